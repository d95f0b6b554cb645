import { AsYouType, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { learnPlans } from './plans.ts'

learnPlans({ parse: parsePhoneNumberFromString, grouped: (text) => new AsYouType('PL').input(text) })
