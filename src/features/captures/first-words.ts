/** The beginning of a line's text, as it is quoted: 40 characters, and dots where there are more. Empty where it is. */
export function firstWords(text: string | null | undefined): string {
  const words = (text ?? '').trim();
  return words.length > most ? `${words.slice(0, most).trimEnd()}…` : words;
}

const most = 40;
