/** How high signs hang over their floor, just above the rooms. Metres. */
export const iconHeight = 2.2;
/** How much of the picture's height a sign is across. */
export const iconSize = 0.042;
/** Over more of a building than so many metres signs are left out. */
export const iconsFromSpan = 90;
