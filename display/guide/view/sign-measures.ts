/** How high signs hang over their floor, just above the rooms. Metres. */
export const iconHeight = 2.2;
/** How many letters of the labels a sign is across, and half the line of the way. */
export const iconLetters = 1.35;
export const ribbonLetters = 0.36;
/** Over more of a building than so many metres signs are left out. */
export const iconsFromSpan = 90;
