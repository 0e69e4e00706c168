import type { Area } from '#language/catalogue.ts';

export const erasing: Area<'erasing'> = {
  erased: 'Effacé',
  person: 'Personne effacée',
  when: 'Effacé le {date}.',
  whenBy: 'Effacé le {date} par {name}.',
  personStays:
    'Il ne reste rien de qui c’était. La présence, le côté, le sexe et la tranche d’âge restent, pour qu’aucun total ne change.',
  lineStays:
    'Il ne reste rien de ce qui était écrit. La place et le genre restent, pour qu’aucun nombre ni aucun code ne change.',
  askPerson: 'Effacer cette personne',
  askLine: 'Effacer pour toujours',
  title: 'Effacer « {name} » pour toujours ?',
  personGoes:
    'Le nom, l’organisation, la fonction, le lieu, le téléphone, l’adresse e-mail, les besoins d’accès et leur historique disparaissent de cette tablette, du serveur, et de chaque autre tablette dès qu’elle joint le serveur.',
  personKeeps: 'La présence, le côté, le sexe et la tranche d’âge restent sans nom, pour qu’aucun total ne change.',
  personElsewhere:
    'Les lignes et les photos qui montrent qui c’était restent. Cherchez chaque ligne sur le tableau et ouvrez-la, ou choisissez « {open} » sous ses trois points : « {erase} » se trouve tout à la fin, et emporte ses photos. « {remove} » n’efface rien.',
  lineGoes:
    'Le texte, son auteur, ses photos et son historique disparaissent de cette tablette, du serveur, et de chaque autre tablette dès qu’elle joint le serveur.',
  lineKeeps:
    'La place, le genre et le côté restent, avec la mention « Effacé », pour qu’aucun nombre ni aucun code ne change.',
  files:
    'Les fichiers faits auparavant, comme les sauvegardes et les rapports, ne peuvent pas être modifiés d’ici. Une sauvegarde restaurée sur une tablette reliée à un serveur ne fait rien revenir.',
  never: 'C’est définitif.',
  confirm: 'Effacer « {name} » pour toujours',
  keep: 'Ne pas effacer',
};
