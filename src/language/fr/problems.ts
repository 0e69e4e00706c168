import type { Area } from '#language/catalogue.ts';

export const problems: Area<'problems'> = {
  commit: {
    full: {
      happened: 'Cette tablette n’a plus de place ; le dernier changement n’est pas encore enregistré.',
      advice: 'Libérez de l’espace sur la tablette, puis réessayez. D’ici là, gardez cette page ouverte.',
    },
    newerVersion: {
      happened:
        'Une version plus récente de Baraza est ouverte dans un autre onglet ; celui-ci ne peut plus enregistrer.',
      advice: 'Passez à l’autre onglet ou rechargez cette page.',
    },
    lost: {
      happened: 'La tablette a perdu le lien avec sa propre mémoire. Cela arrive après une mise en veille.',
      advice: 'Rechargez cette page. Ce que vous écriviez revient.',
    },
    invalid: {
      happened: 'Quelque chose ne convient pas ; ce n’est pas encore enregistré.',
      advice: 'Raccourcissez ou écrivez autrement, puis réessayez.',
    },
    scopeLoading: {
      happened: 'Toute cette session n’est pas encore sur cette tablette ; on ne peut pas encore y écrire.',
      advice:
        'D’un serveur, elle arrive dans un instant : réessayez alors. Si un fichier en a apporté une partie, demandez qu’on transmette toute la session.',
    },
    unknown: {
      happened: 'La tablette n’a pas enregistré le dernier changement.',
      advice: 'Réessayez. Si cela recommence, copiez votre texte et rechargez cette page.',
    },
    stillOnScreen: 'Votre texte est toujours là.',
    retry: 'Réessayer',
    detail: 'Pour la personne qui s’occupe de cette tablette',
  },
  /** Two people wrote one text without seeing each other. */
  also: { title: 'Écrit aussi ainsi', use: 'Prendre celui-ci', keep: 'Garder celui du dessus', join: 'Les réunir' },
};
