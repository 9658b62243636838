/** Stands for a style sheet, which jsdom would not lay out anyway. */
export default {};
