/** How wide a text is in a font (a CSS `font`), in pixels, without putting it into the document. */
export function createTextMeasure(): (text: string, font: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('no canvas to measure with');
  return (text, font) => {
    context.font = font;
    return context.measureText(text).width;
  };
}
