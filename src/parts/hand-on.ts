/** The two ways a made file leaves the page: to the downloads of the tablet, or to whatever it shares with. */

export interface FileToKeep {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Long enough for a slow tablet to have taken it. */
const keptForMs = 60_000;

export function saveFile(file: FileToKeep): void {
  const address = URL.createObjectURL(blobOf(file));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptForMs);
}

/** Whether this browser hands files on at all. It may still refuse one of a kind that it does not know. */
export function canShareFile(file: FileToKeep): boolean {
  const { canShare } = navigator as Partial<Navigator>;
  return canShare?.call(navigator, { files: [asFile(file)] }) === true;
}

export const canShareText = (): boolean => (navigator as Partial<Navigator>).share !== undefined;

/** `closed`: the person thought better of it. */
export type Shared = 'shared' | 'closed' | 'refused';

export const shareFile = (file: FileToKeep): Promise<Shared> => share({ files: [asFile(file)] });
export const shareText = (text: string): Promise<Shared> => share({ text });

async function share(data: ShareData): Promise<Shared> {
  try {
    await navigator.share(data);
    return 'shared';
  } catch (problem) {
    return problem instanceof DOMException && problem.name === 'AbortError' ? 'closed' : 'refused';
  }
}

const blobOf = ({ bytes, mediaType }: FileToKeep): Blob =>
  new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType });
const asFile = (file: FileToKeep): File => new File([blobOf(file)], file.name, { type: file.mediaType });
