/** Words of the invented devices. */
export const models: readonly (readonly [name: string, kind: string, code: string])[] = [
  ['Kocioł Ogniwo 25', 'boiler', 'OG'], ['Pompa ciepła Zefir 12', 'heatPump', 'ZF'], ['Kocioł Palenisko 40', 'boiler', 'PL'], ['Pompa Wir 3', 'pump', 'WR'], ['Pompa Nurt 40', 'pump', 'NR'],
  ['Zmiękczacz Źródło 500', 'softener', 'ZR'], ['Pompa ciepła Zefir Mini 9', 'heatPump', 'ZM'], ['Centrala Powiew S', 'air', 'PW'], ['Pompa Strumyk 2', 'pump', 'ST'], ['Nagrzewnica Żar', 'heating', 'ZA'],
]
export const failures = ['Wymienić uszczelkę przy następnej wizycie.', 'Za niskie ciśnienie w naczyniu, dopompowano.', 'Filtr zapchany, wyczyszczono; zalecony częstszy przegląd.', 'Niesprawny zawór bezpieczeństwa: urządzenie wyłączone do naprawy.']
