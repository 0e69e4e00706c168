import type { Area } from '#language/catalogue.ts';

/** The check at the end of a day: what is safe, and what is not yet. */
export const dayEnd: Area<'device'>['dayEnd'] = {
  example: {
    figures: 'Un exemple, sur cette tablette seulement',
    never:
      'Ni l’exemple ni ce qu’on y écrit n’est jamais envoyé à un serveur. Pour garder ce que vous avez écrit, faites-en un fichier.',
    rest: 'Vérifier tout le reste',
  },
  title: 'Tout est-il à l’abri ?',
  nothing: 'Rien n’a encore été écrit sur cette tablette.',
  figures: '{items, plural, one {# élément} other {# éléments}} : {safe, number} à l’abri, {atRisk, number} en danger',
  confirmed: 'Le serveur a confirmé chacun d’eux.',
  onTablet:
    '{count, plural, one {# n’a pas été envoyé depuis cette tablette. Il a été écrit {age}.} other {# n’ont pas été envoyés depuis cette tablette. Le plus ancien a été écrit {age}.}}',
  onTabletNoAge:
    '{count, plural, one {# n’a pas été envoyé depuis cette tablette.} other {# n’ont pas été envoyés depuis cette tablette.}}',
  noServer:
    'Si la tablette est perdue ou cassée, ce qui n’est dans aucun fichier est perdu avec elle. Rejoignez un serveur, ou faites un fichier de sauvegarde.',
  backedUp:
    'La sauvegarde faite le {date} les contient tous. Gardez ce fichier ailleurs que sur cette tablette, ou rejoignez un serveur.',
  backup: 'Faire une sauvegarde',
  join: 'Rejoindre un serveur',
  needLook: '{count, plural, one {Le serveur en a refusé #.} other {Le serveur en a refusé #.}} Rien n’en est perdu.',
  look: 'Voir ce qui est à vérifier',
  earlier:
    '{count, plural, one {# a été écrit avant que la tablette rejoigne le serveur, et attend votre accord pour partir.} other {# ont été écrits avant que la tablette rejoigne le serveur, et attendent votre accord pour partir.}}',
  forbidden:
    '{count, plural, one {# appartient à quelque chose où cette tablette ne peut pas écrire pour l’instant. Il reste ici, et partira de lui-même dès qu’elle le pourra.} other {# appartiennent à quelque chose où cette tablette ne peut pas écrire pour l’instant. Ils restent ici, et partiront d’eux-mêmes dès qu’elle le pourra.}} Demandez un nouveau code à la personne qui vous a donné le premier.',
  waiting:
    '{count, plural, one {# n’est pas encore arrivé au serveur.} other {# ne sont pas encore arrivés au serveur.}}',
  tryNow: 'Essayer maintenant',
  whatToDo: 'Voir quoi faire',
  compare: {
    running: 'Comparaison de cette tablette avec le serveur…',
    waits: 'Ces chiffres sont ce que le serveur a confirmé jusqu’ici. La comparaison avec lui attend qu’il réponde.',
    same: 'Comparée avec le serveur {when} : le contenu est le même.',
    last: 'Comparée avec le serveur {when}.',
    mended:
      '{count, plural, one {# session ou liste différait. Elle a été renvoyée et reprise, et elle est maintenant identique.} other {# sessions ou listes différaient. Elles ont été renvoyées et reprises, et elles sont maintenant identiques.}}',
    different:
      '{count, plural, one {# session ou liste diffère encore de celle du serveur, bien qu’elle ait été renvoyée et reprise.} other {# sessions ou listes diffèrent encore de celles du serveur, bien qu’elles aient été renvoyées et reprises.}} Faites un fichier de sauvegarde, et prévenez la personne qui s’occupe du serveur.',
    unsettled:
      '{count, plural, one {# session ou liste n’a pas pu être comparée : elle n’est pas encore entièrement sur le serveur.} other {# sessions ou listes n’ont pas pu être comparées : elles ne sont pas encore entièrement sur le serveur.}}',
    now: 'Comparer maintenant',
  },
};
