/** Words of the invented devices. */
export const models: readonly (readonly [name: string, kind: string])[] = [
  ['Termet Ecocondens 25', 'boiler'], ['Galmet Prima 12', 'heatPump'], ['Kotły Pleszew KP-40', 'boiler'], ['Hydro-Vacuum SKB 3', 'pump'], ['LFP Leszno 40POr', 'pump'],
  ['Aquaset 500', 'softener'], ['Viteco Air 9', 'heatPump'], ['Klimor EVO-S', 'air'], ['Meprozet PM-2', 'pump'], ['Blowtherm Pack', 'heating'],
]
export const failures = ['Wymienić uszczelkę przy następnej wizycie.', 'Za niskie ciśnienie w naczyniu, dopompowano.', 'Filtr zapchany, wyczyszczono; zalecony częstszy przegląd.', 'Niesprawny zawór bezpieczeństwa: urządzenie wyłączone do naprawy.']
