import type { Area } from '#language/catalogue.ts';

export const examples: Area<'examples'> = {
  title: 'Exemples',
  note: 'Parcourez une session déjà remplie. Les exemples ne sont jamais envoyés.',
  seychelles: {
    title: 'Une journée de partenariat aux Seychelles',
    about: 'Une journée, l’État et les ONG : quatre tables sur ce qui fait obstacle. Ni date ni lieu pour l’instant.',
  },
  turkiye: {
    title: 'Un programme de formation en Turquie',
    about: 'Trente formations dans dix provinces, en trois cycles ; chaque province a sa liste.',
  },
  'south-africa': {
    title: 'Un appui national en Afrique du Sud',
    about: 'Un atelier de deux jours et ses suites : priorités, une décision, un enseignement, aucune action à mener.',
  },
  open: 'Ouvrir',
  openOf: 'Ouvrir l’exemple : {title}',
  remove: 'Retirer',
  removeOf: 'Retirer l’exemple : {title}',
  removed: 'Exemple retiré : {title}',
  written: {
    lines: 'Vous avez écrit ou modifié {count, plural, one {# ligne} other {# lignes}} dans « {title} ».',
    things: 'Vous avez ajouté ou modifié {count, plural, one {# élément} other {# éléments}} dans « {title} ».',
    others:
      '{count, plural, one {# autre élément a été ajouté ou modifié.} other {# autres éléments ont été ajoutés ou modifiés.}}',
    goes: 'Cela part avec l’exemple.',
    remove: 'Tout retirer',
    keep: 'Garder l’exemple',
  },
  chunkMissing:
    'Cet exemple n’a pas pu être chargé. Rien d’autre n’est touché ; réessayez quand le serveur est joignable.',
};
