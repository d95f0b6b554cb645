import { routes as account } from './account/routes.ts'
import { routes as acting } from './acting/routes.ts'
import { routes as keys } from './keys/routes.ts'
import { routes as passwords } from './passwords/routes.ts'
import { routes as policy } from './policy/routes.ts'
import { routes as roles } from './roles/routes.ts'
import { routes as sessions } from './sessions/routes.ts'
import { routes as setup } from './setup/routes.ts'
import { routes as totp } from './totp/routes.ts'
import type { Implementation } from '../kernel/http/implement.ts'

export const routes: Implementation[] = [...sessions, ...acting, ...setup, ...account, ...totp, ...keys, ...passwords, ...policy, ...roles]
