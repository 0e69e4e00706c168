/** The words of a piece of XML, as a reader sees them: tabs and breaks of Word included. */
export const appearance = (xml: string): string =>
  xml
    .replaceAll(/<w:instrText[^>]*>.*?<\/w:instrText>/gs, '')
    .replaceAll(/<w:tab\/>/g, '\t')
    .replaceAll(/<w:br\/>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
