/** How things are between a staff page and the hub. */
export type Connection = 'joining' | 'live' | 'lost';
