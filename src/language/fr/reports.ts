import type { Area } from '#language/catalogue.ts';

export const reports: Area<'reports'> = {
  title: 'De quoi avez-vous besoin ?',
  lead: 'Chaque fichier est préparé sur cette tablette, avec ou sans réseau. En préparer un ne change rien.',
  empty:
    'Rien n’a encore été écrit ni inscrit dans cette session. Chaque fichier peut être préparé quand même ; il dira « Aucun », « Rien n’a été noté » ou « À confirmer ».',
  drafts:
    '{count, plural, one {# ligne est encore en train d’être écrite et n’est pas dans le fichier.} other {# lignes sont encore en train d’être écrites et ne sont pas dans le fichier.}}',
  toDraft: 'La terminer d’abord',
  choices: 'Fichiers',
  choice: {
    report: {
      title: 'Rapport de la session',
      format: 'Word',
      hint: 'Pour le ministère, le bailleur, tous les présents',
      about: 'L’objet, les personnes, ce qui a été dit, ce qui en découle.',
      make: 'Préparer le rapport',
    },
    lines: {
      title: 'Toutes les lignes',
      format: 'Excel',
      hint: 'Une rangée par ligne, et les actions à part',
      about: 'Une rangée par ligne, avec son repère, son type, sa partie et son groupe, et une feuille des actions.',
      make: 'Préparer la feuille',
    },
    comma: {
      title: 'Lignes, avec virgules',
      format: 'CSV',
      hint: 'Pour Excel en anglais, pour Google Sheets',
      about: 'S’ouvre dans Excel réglé en anglais, dans Google Sheets et dans d’autres programmes.',
      make: 'Préparer le CSV',
    },
    semicolon: {
      title: 'Lignes, avec points-virgules',
      format: 'CSV',
      hint: 'Pour Excel en français ou en turc',
      about: 'S’ouvre dans Excel réglé en français, en turc et dans la plupart des langues d’Europe.',
      make: 'Préparer le CSV',
    },
    register: {
      title: 'Liste de présence',
      format: 'Excel',
      hint: 'Qui est venu quand, et les trois chiffres',
      about: 'Qui était invité, qui est venu à quelle demi-journée, et les trois chiffres.',
      make: 'Préparer la liste',
    },
    summary: {
      title: 'Texte court pour un message',
      format: 'Texte',
      hint: 'Quelques lignes pour un message',
      about: 'La journée en quelques lignes, pour une discussion ou un courriel.',
      make: 'Préparer un fichier texte',
    },
    handOver: {
      title: 'Transmettre cette session',
      format: 'Transmission',
      hint: 'De tablette à tablette, sans réseau',
      about:
        'Cette session dans un fichier, pour une autre tablette qui y travaille. Là, elle s’ajoute à ce qui s’y trouve : rien ne se perd, et les deux finissent par tout avoir.',
      make: 'Préparer la transmission',
    },
    session: {
      title: 'Sauvegarde de cette session',
      format: 'Sauvegarde',
      hint: 'Un fichier à garder ou à emporter',
      about: 'Toute la session dans un fichier, à garder ou à porter sur une autre tablette.',
    },
    everything: {
      title: 'Sauvegarde de cette tablette',
      format: 'Sauvegarde',
      hint: 'Toutes les sessions d’ici, en un fichier',
      about: 'Toutes les sessions de cette tablette dans un fichier.',
    },
  },
  contactDetails: 'Avec téléphone, courriel et besoins d’accès',
  contactDetailsNote: 'Absents tant que vous ne les demandez pas. Ne les donnez qu’à ceux qui peuvent les avoir.',
  language: 'Langue du fichier',
  languageNote: 'Ce qui a été dit reste tel qu’il a été écrit.',
  timeZone: 'Heures à l’horloge de',
  clock: 'Il y est {time} en ce moment.',
  preview: {
    title: 'Ce qu’il contiendra',
    loading: 'On regarde ce qu’il contiendra',
    lines: '{count, plural, one {# ligne} other {# lignes}}',
    rows: '{count, plural, =0 {aucune rangée} one {# rangée} other {# rangées}}',
    photos: '{count, plural, one {# photo imprimée} other {# photos imprimées}}',
    more: '{count, plural, one {et encore # rangée} other {et encore # rangées}}',
    failed: 'Ce que le fichier contiendra ne peut pas être montré pour le moment.',
    failedAdvice: 'Le fichier peut être préparé quand même.',
  },
  text: {
    copy: 'Copier le texte',
    copied: 'Copié. Collez-le là où vous écrivez le message.',
    notCopied: 'Le navigateur n’a pas laissé copier le texte. Sélectionnez-le ci-dessus et copiez-le à la main.',
    share: 'Partager le texte',
  },
  file: {
    making: 'Le fichier se prépare',
    madeAt: 'Préparé à {time}',
    kilobytes: '{count, number} Ko',
    megabytes: '{count, number} Mo',
    save: 'Enregistrer sur cette tablette',
    saved: 'Enregistré parmi les téléchargements de cette tablette.',
    share: 'Partager',
    shared: 'Transmis.',
    notShared:
      'Le navigateur ne transmet pas les fichiers de ce type. Enregistrez-le, puis envoyez-le depuis les téléchargements.',
    again: 'Le préparer à nouveau',
    failed: {
      happened: 'Le fichier n’a pas été préparé.',
      safe: 'Tout ce que vous avez écrit est gardé sur cette tablette.',
      advice: 'Réessayez. Si cela recommence, fermez d’autres applications et réessayez encore une fois.',
    },
    wordsMissing: {
      happened: 'Les mots de cette langue ne sont pas encore sur cette tablette.',
      advice: 'Choisissez une autre langue, ou ouvrez l’application une fois avec un réseau.',
    },
  },
  backup: {
    make: 'Préparer la sauvegarde',
    holds: 'Ce que le fichier contiendra',
    sessions: '{count, plural, =0 {aucune session} one {# session} other {# sessions}}',
    lines: '{count, plural, =0 {aucune ligne} one {# ligne} other {# lignes}}',
    people: '{count, plural, =0 {aucune personne} one {# personne} other {# personnes}}',
    photos: '{count, plural, one {# photo jointe} other {# photos jointes}}',
    photosBeyond:
      '{count, plural, one {# photo n’entre} other {# photos n’entrent}} pas dans un seul fichier. Faites une sauvegarde de chaque session pour avoir toutes les photos.',
    photosAway:
      '{count, plural, one {# photo n’est pas sur cette tablette et n’y sera pas} other {# photos ne sont pas sur cette tablette et n’y seront pas}}. Il suffit de regarder une photo une fois pour qu’elle soit gardée ici.',
    others:
      '{count, plural, one {# autre élément : déroulé, groupes, présences} other {# autres éléments : déroulé, groupes, présences}}',
    deleted: 'Ce qui a été supprimé y est aussi, et reste supprimé là où le fichier est ajouté.',
    personal:
      'Le fichier contient des noms, des numéros de téléphone et ce qui a été dit. Ne le donnez qu’aux personnes autorisées à lire tout cela.',
    personalLines:
      'Le fichier contient ce qui a été dit, et qui l’a écrit. Ne le donnez qu’aux personnes autorisées à lire tout cela.',
    everything: {
      title: 'Une sauvegarde de tout',
      note: 'Toutes les sessions de cette tablette dans un fichier. Gardez-le sur une clé, ou envoyez-le-vous.',
      last: 'La dernière a été enregistrée le {date}.',
      never: 'Aucune n’a encore été enregistrée depuis cette tablette.',
    },
    handOver: {
      title: 'Transmettre par fichier',
      note: 'Les tablettes se rejoignent sans réseau : préparez un fichier ici, envoyez-le ou portez-le à l’autre tablette, et ajoutez-le là-bas. Puis apportez le sien ici.',
      nothing:
        'Rien n’est sur cette tablette seulement. Pour transmettre quand même une session, ouvrez-la, puis Rapport et fichiers.',
      what: 'Tout ce qui n’est pas envoyé',
      make: 'Transmettre tout ce qui n’est pas envoyé',
      holds: 'Ce que le fichier contiendra',
      sessions: '{count, plural, =0 {d’aucune session} one {de # session} other {de # sessions}}',
      lines: '{count, plural, =0 {aucune ligne} one {# ligne} other {# lignes}}',
      others:
        '{count, plural, one {# autre élément : programme, groupes, présences} other {# autres éléments : programme, groupes, présences}}',
      belonging: 'Ce dont ils font partie vient avec eux : la session, son programme et ses groupes.',
      stays: 'Transmettre n’envoie rien à un serveur : cette tablette garde tout et continue comme avant.',
    },
    restore: {
      title: 'Ajouter depuis un fichier',
      note: 'Une transmission d’une autre tablette, ou une sauvegarde. Vous voyez ce que le fichier apporte avant que rien ne soit ajouté. Rien d’ici ne se perd, et le même fichier une seconde fois ne change rien.',
      choose: 'Choisir un fichier',
      chooseOther: 'Choisir un autre fichier',
      reading: 'Lecture de « {name} »',
      comparing: 'Comparaison avec cette tablette',
      handOver: 'Une session transmise',
      unsent: 'Ce qui n’était pas envoyé, transmis',
      backup: 'Une sauvegarde',
      by: 'Fichier préparé par {name} le {date}',
      byNobody: 'Fichier préparé le {date} ; il ne dit pas par qui',
      tablet: 'Tablette : {name}',
      tabletUnnamed: 'Tablette sans nom',
      writers: 'Écrit par {names}',
      andMore: '{names} et {count, plural, one {# autre} other {# autres}}',
      sessions:
        '{count, plural, =0 {Le fichier ne contient aucune session} one {Le fichier contient # session} other {Le fichier contient # sessions}}',
      more: '{count, plural, one {et encore #} other {et encore #}}',
      newSessions: '{count, plural, one {# nouvelle session} other {# nouvelles sessions}}',
      newLines: '{count, plural, one {# nouvelle ligne} other {# nouvelles lignes}}',
      newPeople: '{count, plural, one {# nouvelle personne} other {# nouvelles personnes}}',
      newOthers: '{count, plural, one {# autre nouvel élément} other {# autres nouveaux éléments}}',
      photos:
        '{count, plural, one {apporte # photo que cette tablette n’a pas encore} other {apporte # photos que cette tablette n’a pas encore}}',
      changes: '{count, plural, one {# élément d’ici change} other {# éléments d’ici changent}}',
      same: '{count, plural, one {# est déjà ici} other {# sont déjà ici}}',
      bothWrote:
        '{count, plural, one {# élément a été écrit sur les deux tablettes. Les deux textes sont gardés, côte à côte.} other {# éléments ont été écrits sur les deux tablettes. Les deux textes de chacun sont gardés, côte à côte.}}',
      inPart:
        '{count, plural, one {# session vient en partie : on peut la lire ici, et y écrire quand elle aura été transmise en entier.} other {# sessions viennent en partie : on peut les lire ici, et y écrire quand elles auront été transmises en entier.}}',
      photosNotKept:
        '{count, plural, one {# photo n’a pas trouvé de place} other {# photos n’ont pas trouvé de place}} sur cette tablette. Libérez de l’espace, puis ajoutez à nouveau le même fichier.',
      nothingNew: 'Tout est déjà ici. Il n’y a rien à ajouter.',
      restore: 'Ajouter à cette tablette',
      restoring: 'Ajout en cours',
      done: 'C’est ajouté : {added, number} de plus, {changed, number} modifiés, {same, number} déjà ici.',
      keepFile:
        'Tant que ce n’est pas envoyé à un serveur, c’est sur cette tablette et dans le fichier. Gardez le fichier.',
      toSessions: 'Voir les sessions',
    },
    problem: {
      safe: 'Rien n’a changé sur cette tablette.',
      notBackup: {
        happened: '« {name} » n’est ni une transmission ni une sauvegarde de Baraza.',
        advice: 'Choisissez le fichier que l’autre tablette a préparé. Son nom finit par .baraza ou .txt.',
      },
      cutOff: {
        happened: 'Le fichier est incomplet : {read, number} éléments sur {count, number} s’y trouvent.',
        advice: 'Copiez-le à nouveau de là où il vient. La copie a peut-être été interrompue, ou la clé était pleine.',
      },
      cutEarly: {
        happened: 'Le fichier est coupé dès le début.',
        advice: 'Copiez-le à nouveau de là où il vient. La copie a peut-être été interrompue, ou la clé était pleine.',
      },
      damaged: {
        happened: 'Le fichier est abîmé : son contenu n’est pas celui qui a été écrit.',
        advice: 'Copiez-le à nouveau de là où il vient, ou choisissez une autre sauvegarde.',
      },
      newerFile: {
        happened: 'Le fichier vient d’une version de Baraza plus récente que celle de cette tablette.',
        advice:
          'Ouvrez Baraza ici une fois avec un réseau et installez la nouvelle version. Puis choisissez à nouveau le fichier.',
      },
      tooLarge: {
        happened:
          'Le fichier contient plus de {megabytes, number} Mo. C’est plus qu’une tablette ne peut lire en une fois.',
        advice: 'Préparez une sauvegarde de chaque session là d’où vient le fichier, et restaurez-les une à une.',
      },
      unreadable: {
        happened:
          '{count, plural, one {# élément sur {total, number} du fichier n’est pas de ceux que cette version peut garder.} other {# éléments sur {total, number} du fichier ne sont pas de ceux que cette version peut garder.}}',
        advice:
          'Un fichier se prend en entier ou pas du tout. Installez la dernière version de Baraza, puis choisissez à nouveau le fichier.',
      },
      noFile: {
        happened: 'La tablette n’a pas pu ouvrir « {name} ».',
        advice: 'La clé a peut-être été retirée ou le fichier déplacé. Choisissez-le à nouveau.',
      },
      stopped: {
        happened: 'La lecture du fichier s’est arrêtée en chemin.',
        advice: 'Fermez d’autres applications pour faire de la place, puis choisissez à nouveau le fichier.',
      },
      full: {
        happened: 'Cette tablette n’a pas la place pour ce qui est dans le fichier.',
        advice: 'Libérez de l’espace sur la tablette, puis choisissez à nouveau le fichier.',
      },
      newerTab: {
        happened:
          'Une version plus récente de Baraza est ouverte dans un autre onglet ; celui-ci ne peut plus enregistrer.',
        advice: 'Passez à l’autre onglet, ou rechargez cette page, et choisissez-y le fichier.',
      },
      lost: {
        happened: 'La tablette a perdu le lien avec sa propre mémoire. Cela arrive après une mise en veille.',
        advice: 'Rechargez cette page, puis choisissez à nouveau le fichier.',
      },
      unknown: {
        happened: 'La tablette n’a pas enregistré ce qui est dans le fichier.',
        advice: 'Choisissez à nouveau le fichier. Si cela recommence, rechargez la page et réessayez.',
      },
    },
  },
};
