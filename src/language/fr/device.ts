import type { Area } from '#language/catalogue.ts';
import { dayEnd } from './day-end.ts';

export const device: Area<'device'> = {
  title: 'Cette tablette',
  age: { past: 'il y a un instant', future: 'dans un instant' },
  dayEnd,
  server: {
    title: 'Serveur',
    none: 'Cette tablette n’a rejoint aucun serveur. Tout marche sans serveur, et tout reste ici.',
    noneHow:
      'Pour travailler avec d’autres tablettes, demandez un code ou un lien à la personne qui a un serveur, ou scannez-le sur sa tablette.',
    join: 'Rejoindre avec un code',
    joinAgain: 'Rejoindre à nouveau',
    more: 'Saisir un autre code',
    joined: 'A rejoint « {name} » le {date}.',
    answered: 'Dernière réponse {age}.',
    neverAnswered: 'Il n’a pas répondu depuis.',
    nextTry: 'Nouvel essai automatique {age}.',
    mayInvite: 'Cette tablette y voit tout, et peut inviter d’autres à tout.',
    mayNotInvite: 'Cette tablette voit ce à quoi elle a été invitée, et écrit dans ses sessions.',
    trainer: 'Cette tablette voit ce à quoi elle a été invitée, ajoute des sessions et peut y inviter d’autres.',
    viewer: 'Cette tablette voit ce à quoi elle a été invitée, et n’y écrit rien.',
    quoted: '« {name} »',
    short: {
      starting: 'Le serveur est recherché.',
      away: 'Le serveur ne répond pas en ce moment ; un nouvel essai se fera tout seul.',
      sending: 'L’envoi est en cours.',
      waiting: 'Le serveur répond, et l’envoi continue tout seul.',
      upToDate: 'Le serveur répond, et l’envoi continue tout seul.',
      refusedDevice: 'Le serveur ne laisse plus entrer cette tablette.',
      timeOver: 'Le temps de cette tablette sur le serveur est terminé.',
      notOurServer: 'Autre chose répond à la place du serveur.',
      updateApp: 'Le serveur parle une version plus récente que cette tablette.',
    },
    state: {
      starting: 'Le serveur est recherché.',
      away: 'Le serveur ne répond pas. Il n’y a peut-être pas de réseau ici, ou il est éteint. Vous pouvez continuer : tout est sur cette tablette, et part tout seul dès que le serveur répond.',
      sending: 'Envoi en cours.',
      waiting: 'Le serveur répond. Ce qui n’y est pas encore part tout seul.',
      upToDate: 'Le serveur répond. Tout ce qui peut partir y est.',
    },
    refusedDevice: {
      happened: '« {name} » ne laisse plus entrer cette tablette. Plus rien ne part ni n’arrive.',
      safe: 'Tout ce qui est sur cette tablette y reste, et vous pouvez continuer à écrire.',
      advice:
        'Demandez un nouveau code à la personne qui {names, select, none {s’occupe du serveur} other {a {names}}}, et rejoignez le serveur à nouveau avec ce code. Ce qui n’y est pas encore part alors tout seul.',
    },
    timeOver: {
      happened: 'Le temps de cette tablette sur « {name} » est terminé. Plus rien ne part ni n’arrive.',
      safe: 'Tout ce qui est sur cette tablette y reste, et vous pouvez continuer à écrire.',
      advice:
        'Demandez à la personne qui {names, select, none {s’occupe du serveur} other {a {names}}} de la laisser rester plus longtemps. L’envoi reprend alors tout seul.',
    },
    notOurServer: {
      happened:
        'Autre chose a répondu à la place de « {name} » : le plus souvent, la page de connexion au Wi-Fi d’un hôtel ou d’un bureau.',
      safe: 'Rien de cela n’a été pris pour le serveur. Tout est sur cette tablette.',
      advice: 'Ouvrez une autre page dans le navigateur, connectez-vous au Wi-Fi, puis essayez maintenant.',
    },
    updateApp: {
      happened: '« {name} » parle une version plus récente que l’application de cette tablette.',
      safe: 'Tout est sur cette tablette, et vous pouvez continuer à écrire.',
      advice:
        'Fermez cette page et rouvrez-la quand il y a du réseau. Quand une version plus récente est proposée, installez-la.',
    },
  },
  earlier: {
    question:
      '{count, plural, one {# élément plus ancien peut-il aussi partir vers « {name} » ?} other {# éléments plus anciens peuvent-ils aussi partir vers « {name} » ?}}',
    words:
      'Ils ont été écrits sur cette tablette avant qu’elle rejoigne le serveur. Les personnes qui y voient tout, et celles invitées à ces sessions, pourront les lire.',
    send: '{count, plural, one {Envoyer # élément} other {Envoyer # éléments}}',
    notNow: 'Plus tard',
    later: 'Sinon, ils restent sur cette tablette, et vous pourrez les envoyer plus tard depuis « Cette tablette ».',
    happened: 'Le départ n’a pas pu être donné à l’instant.',
    safe: 'Ils sont sur cette tablette, comme avant.',
  },
  join: {
    title: 'Rejoindre un serveur',
    what: 'Baraza garde ce qui se dit dans un atelier, avec ou sans réseau. Une invitation vous permet d’y travailler avec d’autres.',
    meaning:
      'Ce que l’invitation ouvre arrive alors sur cette tablette, et ce que vous y écrivez va aux autres. Tout continue à marcher sans réseau.',
    here: 'Ce qui est déjà sur cette tablette y reste, et ne part nulle part sans votre accord.',
    already: 'Cette tablette a rejoint « {name} ». Un autre code lui permet d’en voir plus.',
    again:
      '« {name} » ne laisse plus entrer cette tablette. Un nouveau code la fait revenir, avec tout ce qu’elle contient.',
    code: 'Code ou lien',
    codeHint: 'ABCD-EFGH',
    codeNote:
      'Il est sur la tablette qui vous invite, ou est venu dans un message. Majuscules ou minuscules, peu importe.',
    codeFilled: 'Il est venu avec le lien que vous avez ouvert.',
    tabletName: 'Comment appelle-t-on cette tablette ?',
    tabletNameNote:
      'Facultatif. Indique à la personne qui s’occupe du serveur de quelle tablette il s’agit, par ex. « Housse bleue, table 3 ».',
    join: 'Rejoindre',
    joining: 'Le serveur est interrogé',
    notACode:
      'Un code a 8 lettres et chiffres, comme ABCD-EFGH. Vérifiez s’il en manque un ou s’il y en a un en double.',
    unknown: 'Le serveur ne connaît pas ce code. Comparez-le lettre par lettre avec celui de l’autre tablette.',
    expired: 'Ce code n’est plus valable. Demandez-en un nouveau : cela prend quelques secondes.',
    used: 'Ce code a déjà servi autant de fois que possible. Demandez-en un nouveau : cela prend quelques secondes.',
    away: {
      happened: 'Le serveur ne répond pas. Il n’y a peut-être pas de réseau ici, ou il est éteint.',
      safe: 'Rien n’a changé sur cette tablette, et le code reste valable.',
      advice: 'Rejoignez le serveur près d’un réseau. D’ici là, vous pouvez commencer une session et écrire.',
    },
    notOurServer: {
      happened:
        'Autre chose a répondu à la place du serveur : le plus souvent, la page de connexion au Wi-Fi d’un hôtel ou d’un bureau.',
      safe: 'Rien n’a changé sur cette tablette, et le code reste valable.',
      advice:
        'Ouvrez une autre page dans le navigateur, connectez-vous au Wi-Fi, puis appuyez à nouveau sur Rejoindre.',
    },
    busy: {
      happened: 'Beaucoup de codes ont été essayés d’ici ; le serveur demande d’attendre un peu.',
      safe: 'Rien n’a changé sur cette tablette, et le code reste valable.',
      wait: '{seconds, plural, one {Réessayez dans # seconde.} other {Réessayez dans # secondes.}}',
      now: 'Vous pouvez rejoindre maintenant.',
    },
    notKept: {
      happened: 'Le serveur a laissé entrer cette tablette, mais elle n’a pas pu le noter.',
      safe: 'Tout ce qui était ici y est encore.',
      advice: 'Libérez de la place sur la tablette, puis appuyez à nouveau sur Rejoindre avec le même code.',
    },
    joined: 'Vous avez rejoint « {name} »',
    comes:
      'Ce que l’invitation ouvre arrive tout seul sur l’accueil : tout de suite avec un bon réseau, plus tard avec un mauvais. Ce que vous y écrivez part tout seul.',
    home: 'Aller à l’accueil',
  },
  invite: {
    title: 'Inviter une autre tablette',
    note: 'Un code laisse entrer d’autres tablettes pour un temps. Elles n’ont pas besoin de compte.',
    what: 'À quoi ?',
    everything: 'Tout, maintenant et plus tard',
    programme: '{title} : {count, plural, one {sa session} other {ses # sessions}}',
    nothing:
      'Il n’y a encore rien sur le serveur à quoi cette tablette puisse inviter. Commencez une session ici ; dès qu’elle est sur le serveur, vous pourrez y inviter d’autres.',
    onlyEverything:
      'Aucune session de cette tablette n’est encore sur le serveur : ceci invite donc à tout. Pour inviter à une seule session, commencez-la ou envoyez-la d’abord : elle figure ici dès que le serveur l’a.',
    untitled: 'Session sans titre',
    as: 'À quel titre ?',
    asNote: {
      coordinator: 'Voit et écrit tout, maintenant et plus tard, et peut inviter d’autres à tout.',
      trainer: 'Écrit dans ces sessions, en ajoute au programme, et peut inviter pour l’animation et la lecture.',
      facilitator: 'Écrit dans ces sessions et leur liste de participants, et lit le programme.',
      viewer: 'Lit, et n’écrit rien.',
    },
    stay: 'Combien de temps la tablette peut-elle rester ?',
    stayAlways: 'Sans limite',
    stayWeek: '1 semaine',
    stayMonth: '30 jours',
    how: 'Combien de temps le code est-il valable ?',
    hour: '1 heure',
    day: '1 jour',
    week: '1 semaine',
    make: 'Créer un code',
    making: 'Le serveur est interrogé',
    code: 'Le code',
    lets: 'Pour : {what} · À quel titre : {role}',
    until: 'Valable jusqu’au {moment}, pour 50 tablettes au plus.',
    over: 'Ce code n’est plus valable.',
    ways: 'Sur l’autre tablette : pointez l’appareil photo vers cette image, ou ouvrez le lien, ou ouvrez {address} et tapez le code sous « Rejoindre avec un code ».',
    qr: 'Image à scanner : le lien pour rejoindre',
    copyCode: 'Copier le code',
    copyLink: 'Copier le lien',
    copied: 'Copié',
    notCopied: 'La copie n’a pas marché. Appuyez plutôt longuement sur le lien.',
    share: 'Partager le lien',
    shareText: 'Rejoignez-nous dans Baraza avec le code {code}',
    onlyHere:
      'Ce lien et cette image indiquent {host}, qui n’est que cette machine : une autre tablette ne peut pas l’ouvrir. Ouvrez ici l’application par l’adresse qu’utilisent les autres tablettes, puis faites un autre code. Le code lui-même vaut à cette adresse.',
    another: 'Créer un autre code',
    away: {
      happened: 'Le serveur ne répond pas, et lui seul peut créer un code.',
      advice: 'Réessayez quand il y a du réseau. Les codes créés avant restent valables.',
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
      happened: 'Cette tablette ne peut pas inviter à cela : elle n’y a pas accès elle-même.',
      advice: 'Choisissez autre chose, ou demandez à une personne de la coordination de créer le code.',
    },
    refusedDevice: {
      happened: 'Le serveur ne laisse plus entrer cette tablette ; elle ne peut donc pas inviter d’autres.',
      advice:
        'Demandez un nouveau code à la personne qui s’occupe du serveur, et rejoignez à nouveau le serveur avec ce code.',
    },
  },
  refused: {
    title: 'Ce qui est à vérifier',
    note: 'Le serveur n’a pas pris ces éléments. Ils sont gardés ici jusqu’à ce que vous les ayez regardés.',
    untitled: 'Sans texte',
    from: '{noun}, {date}',
    reason: {
      invalid: 'Quelque chose dans « {field} » ne convient pas à ce que le serveur accepte.',
      invalidWhole: 'Quelque chose ne convient pas à ce que le serveur accepte.',
      'too-large': 'C’est trop grand pour partir en une fois.',
      forbidden: 'Cette tablette ne peut pas écrire à cet endroit.',
      protocol: 'Le serveur et cette tablette sont de versions différentes.',
    },
    advice: {
      invalid: 'Raccourcissez-le ou écrivez-le autrement à sa place, ou réessayez après une mise à jour du serveur.',
      'too-large': 'Partagez-le en plus petits à sa place, ou réessayez après une mise à jour du serveur.',
      forbidden: 'Demandez un nouveau code à la personne qui vous a donné le premier, puis réessayez.',
      protocol: 'Installez la version plus récente quand elle est proposée, puis réessayez.',
    },
    values: 'Ce qui a été écrit',
    empty: 'retiré',
    detail: 'Pour la personne qui s’occupe du serveur',
    retry: 'Réessayer',
    retryAll: 'Tout réessayer',
    exportAll: 'Tout enregistrer dans un fichier',
    export: 'Enregistrer comme fichier',
    exported: 'Enregistré comme fichier',
    more: 'Plus pour {title}',
    drop: 'Retirer de cette liste',
    dropFirst: 'Retirer de cette liste (enregistrez d’abord un fichier)',
    dropped: '{title} retiré de la liste',
    fileName: 'à vérifier',
    fileHead: 'Non pris par le serveur',
    fileRecord: 'L’enregistrement lui-même, pour la personne qui s’occupe du serveur :',
  },
  holder: {
    title: 'Qui tient cette tablette',
    question: 'Qui tient cette tablette ?',
    held: '{name} tient cette tablette',
    holds: '{name} la tient. Ce nom figure à côté de tout ce qui s’écrit ici à partir de maintenant.',
    nobody: 'Personne ne l’a encore dit. Un nom permet de savoir plus tard qui a écrit quoi.',
    note: 'Le nom figure à côté de tout ce qui s’écrit à partir de maintenant. Il n’y a ni compte ni mot de passe.',
    before: 'Noms déjà utilisés sur cette tablette',
    now: 'la tient',
    other: 'Un autre nom',
    first: 'Nom',
    take: 'Prendre la tablette',
    noOne: 'Personne en particulier',
    change: 'Changer',
    tabletName: 'Comment on appelle cette tablette',
    tabletNameNote: 'La personne qui s’occupe du serveur voit ce nom.',
    tabletNameLater: 'La personne qui s’occupe du serveur voit ce nom quand la tablette rejoint le serveur.',
    tabletNameHint: 'Par exemple : Housse bleue, table 3',
  },
  keeping: {
    title: 'Ce que cette tablette garde',
    kept: 'Cette tablette ne peut pas effacer ses données : le navigateur a promis de les garder.',
    mayBeDeleted: 'Le navigateur peut effacer les données de cette tablette s’il manque de place.',
    mayBeDeletedAdvice:
      'Mettez Baraza sur l’écran d’accueil ou installez-le, puis redemandez. D’ici là, envoyez ou sauvegardez à la fin de chaque journée.',
    notSaid:
      'Ce navigateur ne dit pas s’il garde les données pour de bon. Envoyez ou sauvegardez à la fin de chaque journée.',
    ask: 'Demander au navigateur de les garder',
    stillNot:
      'Le navigateur ne l’a pas encore promis. Il le fait quand Baraza est installé ou a servi un certain temps.',
    used: 'Baraza occupe {used} ici, et il reste de la place pour {free}.',
    little: 'moins de 1 Mo',
    nearlyFull: 'Il reste peu de place sur cette tablette. Libérez-en avant la prochaine session.',
  },
  install: {
    title: 'Mettez Baraza sur l’écran d’accueil',
    why: 'Safari efface ce qu’une page garde après sept jours sans visite. Une app de l’écran d’accueil le garde, et s’ouvre sans réseau.',
    warning: 'Elle y commence vide : ce qui est sur cette tablette maintenant n’y passe pas.',
    unsafe:
      '{count, plural, one {# élément n’a pas été envoyé depuis cette tablette.} other {# éléments n’ont pas été envoyés depuis cette tablette.}} Envoyez-les d’abord à un serveur ou faites un fichier de sauvegarde, puis rejoignez le serveur ou restaurez la sauvegarde dans la nouvelle app.',
    safe: 'Rien ne manquerait. Dans la nouvelle app, rejoignez à nouveau le serveur pour y avoir vos sessions.',
    share: 'Touchez Partager, en haut de Safari.',
    add: 'Choisissez « Sur l’écran d’accueil », puis « Ajouter ».',
    open: 'Ouvrez Baraza par sa nouvelle icône, et gardez celle-là.',
  },
  settings: { title: 'Langue et aspect' },
  about: {
    title: 'À propos de l’application',
    version: 'Baraza {version}',
    ready: 'Elle est tout entière sur cette tablette : elle s’ouvre sans réseau.',
    notReady:
      'Elle n’est pas encore tout entière sur cette tablette. Restez un moment près d’un réseau avant de compter dessus.',
  },
  vanished: {
    heading: 'Le navigateur a effacé ce qui était sur cette tablette',
    happened:
      'Baraza servait ici depuis le {date}, et ses données ont disparu. Les navigateurs font cela quand la place manque, ou après quelques jours sans visite.',
    safe: 'Ce qui avait été envoyé est à l’abri sur son serveur, et les fichiers de sauvegarde sont intacts.',
    advice: 'Rejoignez à nouveau le serveur et tout revient tout seul, ou restaurez un fichier de sauvegarde.',
    join: 'Rejoindre à nouveau',
    restore: 'Restaurer une sauvegarde',
    read: 'J’ai lu',
  },
};
