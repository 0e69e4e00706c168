/**
 * Who may import whom: the one table from which the lint's zones are made. Whatever a row does not name is
 * forbidden to its folder. Each folder under src/features is a zone of its own, so that none can be forgotten.
 */

/**
 * @typedef {object} Zone
 * @property {string} folder under src/
 * @property {readonly string[]} may beginnings of the paths under src/ that it imports besides its own
 * @property {readonly string[]} packages names, or `@scope/*` for all of a scope
 * @property {string} why completes the lint's message
 */

const schemas = ['valibot'];
const screens = [
  'react',
  'react-dom',
  'react-router',
  '@mantine/*',
  '@tabler/icons-react',
  '@dnd-kit/*',
  '@fontsource-variable/*',
  'qr',
];

/** @type {readonly Zone[]} */
const folders = [
  {
    folder: 'domain',
    may: [],
    packages: [...schemas, 'fractional-indexing'],
    why: 'domain is pure and shared by the tablet and the server: it imports a schema library and itself.',
  },
  {
    folder: 'replication',
    may: ['domain/'],
    packages: schemas,
    why: 'replication is pure and shared by the tablet and the server: it imports domain and itself.',
  },
  { folder: 'language', may: [], packages: [], why: 'a catalogue is words alone and imports nothing.' },
  {
    folder: 'storage',
    may: ['domain/', 'replication/'],
    packages: [...schemas, 'dexie', 'dexie-react-hooks', 'react', 'minisearch', 'fractional-indexing'],
    why: 'storage is the only folder that knows Dexie; it imports domain and replication.',
  },
  {
    folder: 'sync',
    may: ['domain/', 'replication/'],
    packages: [...schemas, 'zustand', 'fflate'],
    why: 'sync reaches the store through the ReplicaStore port, and fetch and the clock as arguments.',
  },
  {
    folder: 'documents',
    may: ['domain/', 'language/'],
    packages: [
      ...schemas,
      'docx',
      'write-excel-file',
      'read-excel-file',
      'easy-template-x',
      'papaparse',
      'fflate',
      'use-intl',
    ],
    why: 'documents turns records into files, in a worker or on a server: it imports domain, language and the document libraries.',
  },
  {
    folder: 'server',
    may: ['domain/', 'replication/', 'documents/'],
    packages: [...schemas, 'node:*', 'hono', '@hono/node-server', '@tus/*', 'pg'],
    why: 'the server shares domain, replication and documents with the tablet, and nothing else.',
  },
  {
    folder: 'sw',
    may: [],
    packages: ['workbox-precaching', 'workbox-routing'],
    why: 'the service worker has no business logic.',
  },
  {
    folder: 'ui',
    may: [],
    packages: [...screens, 'zustand'],
    why: 'ui knows no noun, no store and no language: what it shows comes as props.',
  },
  {
    folder: 'parts',
    may: ['domain/', 'language/', 'storage/', 'ui/'],
    packages: [...screens, 'use-intl'],
    why: 'parts are what several features show of records: they import domain, language, storage and ui, and no feature.',
  },
  {
    folder: 'app',
    may: ['domain/', 'language/', 'replication/', 'storage/', 'sync/', 'documents/', 'features/', 'parts/', 'ui/'],
    packages: [...schemas, ...screens, 'zustand', 'use-intl', 'workbox-window', 'tus-js-client'],
    why: 'app puts the browser folders together; the server and the inside of the service worker are elsewhere.',
  },
];

/** @param {string} name @returns {Zone} */
const feature = (name) => ({
  folder: `features/${name}`,
  may: [
    'domain/',
    'language/',
    'storage/',
    'documents/',
    'parts/',
    'ui/',
    ...(name === 'device' ? ['sync/status'] : []),
  ],
  packages: [
    ...schemas,
    ...screens,
    'zustand',
    'use-intl',
    'fractional-indexing',
    'signature_pad',
    '@observablehq/plot',
  ],
  why: 'a feature imports domain, language, storage, documents, parts, ui and itself. Two features that need each other are composed by a route in app, or the shared part moves down.',
});

/** Every zone, for the feature folders that exist now. @param {readonly string[]} features */
export const zones = (features) => [...folders, ...features.map(feature)];

/**
 * The options of `no-restricted-imports` for a zone, as gitignore patterns: all is forbidden, then what may be
 * imported is taken out again. `import type` and `import()` count too.
 * @param {Zone} zone
 */
export function restriction({ folder, may, packages, why }) {
  const paths = [`${folder}/`, ...may].map((path) => `!\\#${path}${path.endsWith('.ts') ? '' : '**'}`);
  const names = packages.flatMap((name) => [`!${name}`, `!${name}/**`]);
  return {
    patterns: [
      { regex: '(^|/)[.][.](/|$)', message: 'Across folders import "#folder/file.ts", inside a folder "./file.ts".' },
      { group: ['\\#**', ...paths], message: `src/${folder}: ${why}` },
      {
        group: ['**', '!./**', '![.][.]/**', '!\\#**', ...names],
        message: `src/${folder} does not use this package: ${why}`,
      },
    ],
  };
}
