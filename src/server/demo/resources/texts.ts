/** The rooms and things of the invented company. */
export const kinds = [
  { name: 'Sala', icon: 'door', color: 'blue' },
  { name: 'Urządzenie', icon: 'presentation', color: 'violet' },
  { name: 'Samochód', icon: 'car', color: 'teal' },
  { name: 'Sprzęt demonstracyjny', icon: 'package', color: 'amber' },
  { name: 'Zestaw konferencyjny', icon: 'briefcase', color: 'grey' },
] as const

const weekdays = (hours: string) => ({ monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours })

export const things = [
  { kind: 0, name: 'Sala Wisła', place: 'Siedziba, parter', seats: '20', ...weekdays('07:00–19:00') },
  { kind: 0, name: 'Sala Odra', place: 'Siedziba, I piętro', seats: '10', ...weekdays('07:00–19:00') },
  { kind: 0, name: 'Sala Bug', place: 'Siedziba, I piętro', seats: '6', ...weekdays('07:00–19:00') },
  { kind: 0, name: 'Sala szkoleniowa', place: 'Oddział, hala B', seats: '40', needsApproval: true, ...weekdays('08:00–16:00'), saturday: '09:00–13:00' },
  { kind: 1, name: 'Projektor przenośny', place: 'Recepcja' },
  { kind: 1, name: 'Laptopy szkoleniowe', place: 'Szafa w sekretariacie', quantity: '12' },
  { kind: 2, name: 'Samochód demonstracyjny', place: 'Parking przed siedzibą', seats: '5', needsApproval: true },
  { kind: 3, name: 'Pompa ciepła na stojaku', place: 'Magazyn' },
  { kind: 4, name: 'Ścianka i roll-upy', place: 'Magazyn', quantity: '2' },
] as const

/** In days from the next Monday on, by the clock on the wall. */
export const bookings = [
  { thing: 0, day: 0, from: '09:00', until: '10:30', title: 'Odprawa sprzedaży' },
  { thing: 0, day: 0, from: '12:00', until: '13:00', title: 'Przegląd ofert' },
  { thing: 0, day: 1, from: '10:00', until: '12:00', title: 'Prezentacja dla dewelopera' },
  { thing: 0, day: 7, from: '09:00', until: '10:30', title: 'Odprawa sprzedaży' },
  { thing: 1, day: 0, from: '09:00', until: '11:00', title: 'Rekrutacja', private: true },
  { thing: 1, day: 2, from: '13:00', until: '14:00', title: 'Rozmowa z dostawcą' },
  { thing: 2, day: 1, from: '08:00', until: '09:00', title: 'Narada serwisu' },
  { thing: 3, day: 3, from: '09:00', until: '15:00', title: 'Szkolenie instalatorów' },
  { thing: 4, day: 1, from: '10:00', until: '12:00', title: 'Prezentacja dla dewelopera' },
  { thing: 5, day: 3, from: '09:00', until: '15:00', title: 'Szkolenie instalatorów', units: '10' },
  { thing: 5, day: 1, from: '09:00', until: '12:00', title: 'Nowi handlowcy', units: '4' },
  { thing: 6, day: 2, from: '08:00', until: '17:00', title: 'Jazda próbna z klientem' },
  { thing: 7, day: 1, from: '08:00', until: '16:00', title: 'Pokaz u klienta' },
  { thing: 8, day: 4, from: '07:00', until: '18:00', title: 'Targi instalacyjne' },
] as const
