/** A button behind which the camera is, or the pictures of the tablet. */
import { useRef } from 'react';
import type { ReactNode } from 'react';

interface PhotoInputProps {
  readonly label: string;
  /** Opens the camera at once, where the tablet has one; else the tablet asks where from. */
  readonly camera: boolean;
  readonly onPicture: (file: File) => void;
  readonly renderButton: (open: () => void) => ReactNode;
}

export const PhotoInput = ({ label, camera, onPicture, renderButton }: PhotoInputProps) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      {renderButton(() => input.current?.click())}
      <input
        ref={input}
        type="file"
        accept="image/*"
        {...(camera && { capture: 'environment' as const })}
        multiple={!camera}
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          for (const file of currentTarget.files ?? []) onPicture(file);
          // So that the same picture can be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
};
