/**
 * The control of the benches: the same React, Dexie and service worker, and nothing of the product. `#lines` takes
 * lines as simply as can be; any other address is an empty page.
 */
import Dexie, { type Table } from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

class BareDatabase extends Dexie {
  declare readonly lines: Table<{ readonly id?: number; readonly text: string }, number>;
  constructor() {
    super('bare', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ lines: '++id' });
  }
}

const db = new BareDatabase();

const Lines = () => {
  const [text, setText] = useState('');
  const lines = useLiveQuery(() => db.lines.toArray());
  return (
    <>
      <ul>
        {lines?.map((line) => (
          <li key={line.id} data-saved="true">
            {line.text}
          </li>
        ))}
      </ul>
      <input
        aria-label="line"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          setText('');
          void db.lines.add({ text });
        }}
      />
    </>
  );
};

if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js');
createRoot(document.getElementById('root') as HTMLElement).render(
  location.hash === '#lines' ? <Lines /> : <h1 data-painted>Empty</h1>,
);
