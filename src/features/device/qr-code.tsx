/** A picture to scan, drawn when it is first shown. */
import { useEffect, useState } from 'react';
import type { QrPath } from './qr-path.ts';
import styles from './device.module.css';

interface QrCodeProps {
  readonly text: string;
  /** What it is read as. */
  readonly label: string;
}

export const QrCode = ({ text, label }: QrCodeProps) => {
  const [drawn, setDrawn] = useState<QrPath>();
  useEffect(() => {
    let open = true;
    void import('./qr-path.ts').then(
      ({ qrPath }) => open && setDrawn(qrPath(text)),
      // The link and the code stand beside it and do the same.
      () => undefined,
    );
    return () => {
      open = false;
    };
  }, [text]);
  if (!drawn) return <div className={styles.qr} />;
  // Readers need dark on light, in a dark room too.
  return (
    <svg
      data-mantine-color-scheme="light"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${drawn.size} ${drawn.size}`}
      shapeRendering="crispEdges"
      className={styles.qr}
    >
      <path d={drawn.path} />
    </svg>
  );
};
