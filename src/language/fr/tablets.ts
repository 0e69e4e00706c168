import type { Area } from '#language/catalogue.ts';

/** Les tablettes d'un serveur : qui est entré et comment, ce qui n'est pas envoyé, les laisser rester ou les écarter. */
export const tablets: Area<'tablets'> = {
  title: 'Tablettes de ce serveur',
  open: 'Voir les tablettes',
  lead: 'Toutes les tablettes qui l’ont rejoint, et ce qu’elles ont dit d’elles en dernier.',
  leadInvited: 'Les tablettes invitées depuis celle-ci, et ce qu’elles ont dit d’elles en dernier.',
  list: 'Tablettes admises',
  gone: 'Tablettes écartées',
  none: 'Aucune autre tablette n’a encore rejoint le serveur',
  noneInvited: 'Aucune tablette invitée depuis celle-ci n’a encore rejoint le serveur',
  noneHint:
    'Invitez-en une. Dès qu’elle a rejoint le serveur, elle figure ici, avec ce qui n’est pas encore sur le serveur.',
  invite: 'Inviter une tablette',
  again: 'Redemander',
  asking: 'Le serveur est interrogé',
  only: 'Seules les 500 tablettes les plus récentes sont montrées.',
  unnamed: 'Tablette sans nom',
  own: 'cette tablette',
  role: { coordinator: 'Coordination', trainer: 'Formation', facilitator: 'Animation', viewer: 'Lecture' },
  holdsAll: 'tout',
  holds: '{count, plural, =0 {aucune session} one {# session} other {# sessions}}',
  seen: 'Vue {age}.',
  never: 'Elle a rejoint le serveur et n’a pas été vue depuis.',
  sent: 'Tout ce qu’elle contient avait été envoyé.',
  unsent: '{count, plural, one {# élément n’était pas envoyé.} other {# éléments n’étaient pas envoyés.}}',
  unsentSince:
    '{count, plural, one {# élément n’était pas envoyé, écrit {age}.} other {# éléments n’étaient pas envoyés, le plus ancien écrit {age}.}}',
  unsaid: 'Elle n’a pas encore dit si tout est envoyé.',
  invitedBy: 'Invitée par « {name} ».',
  until: 'Elle peut rester jusqu’au {date}.',
  over: 'Son temps s’est terminé le {date}. Elle garde ce qu’elle contient, et l’envoie dès qu’elle peut rester plus longtemps.',
  revoked: 'Écartée le {date}.',
  version: 'Baraza {version}',
  more: 'Plus pour {name}',
  longer: 'La laisser rester 30 jours de plus',
  always: 'La laisser rester sans limite',
  revoke: 'L’écarter…',
  revokeTitle: 'Écarter « {name} » ?',
  revokeWords:
    'Dès lors elle n’envoie et ne reçoit plus rien. Ce qu’elle contient y reste, et l’on peut continuer à y écrire. Elle ne revient pas telle quelle : elle rejoint à nouveau, avec un autre code. Celui par lequel elle est venue ne laisse plus entrer personne.',
  revokeUnsent:
    '{count, plural, one {# élément n’existait que là quand elle a été vue. Laissez-la d’abord l’envoyer si possible.} other {# éléments n’existaient que là quand elle a été vue. Laissez-la d’abord les envoyer si possible.}}',
  revokeDo: 'L’écarter',
  revokeNot: 'La laisser',
  doneRevoke: '« {name} » est écartée.',
  doneExtend: '« {name} » peut rester plus longtemps.',
  failed: {
    away: {
      happened: 'Le serveur ne répond pas, et lui seul connaît les tablettes.',
      advice: 'Réessayez quand il y a du réseau.',
    },
    notOurServer: {
      happened:
        'Autre chose a répondu à la place du serveur : le plus souvent, la page de connexion au Wi-Fi d’un hôtel ou d’un bureau.',
      advice: 'Ouvrez une autre page dans le navigateur, connectez-vous au Wi-Fi, puis réessayez.',
    },
    busy: {
      happened: 'Le serveur est très occupé et demande d’attendre un peu.',
      advice: '{seconds, plural, one {Réessayez dans # seconde.} other {Réessayez dans # secondes.}}',
    },
    mayNot: {
      happened: 'Ce n’est pas à cette tablette d’en décider.',
      advice: 'Demandez à une personne de la coordination de le faire.',
    },
    refusedDevice: {
      happened: 'Le serveur ne laisse pas entrer cette tablette.',
      advice: '« Cette tablette » dit à qui s’adresser.',
    },
  },
  readOnly: {
    session:
      'Cette tablette ne fait que lire ici. Ce que vous écrivez y reste, jusqu’à ce qu’elle soit admise à écrire.',
    gone: 'Le serveur ne montre plus ceci à cette tablette. Ce qui est ici y reste, comme ce que vous écrivez.',
    programme:
      'Cette tablette ne fait que lire ce programme. Les sessions sont ajoutées par la formation et la coordination.',
  },
};
