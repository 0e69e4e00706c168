/** Asks before a tablet is turned away: that cannot be taken back, and it says what becomes of what is on it. */
import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { Sheet } from '#ui/sheet.tsx';
import styles from './devices.module.css';

interface RevokeSheetProps {
  readonly opened: boolean;
  readonly name: string;
  /** Records on it alone when it was last seen. */
  readonly unsent: number;
  readonly onClose: () => void;
  readonly onRevoke: () => void;
}

export const RevokeSheet = ({ opened, name, unsent, onClose, onRevoke }: RevokeSheetProps) => {
  const t = useTranslations('tablets');
  const app = useTranslations('app.do');
  return (
    <Sheet opened={opened} onClose={onClose} title={t('revokeTitle', { name })} closeLabel={app('close')}>
      {unsent > 0 ? <p className={styles.warning}>{t('revokeUnsent', { count: unsent })}</p> : null}
      <p>{t('revokeWords')}</p>
      <div className={styles.actions}>
        <Button variant="filled" color="danger" onClick={onRevoke}>
          {t('revokeDo')}
        </Button>
        <Button onClick={onClose}>{t('revokeNot')}</Button>
      </div>
    </Sheet>
  );
};
