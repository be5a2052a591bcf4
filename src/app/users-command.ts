import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { Command, InvalidArgumentError, Option } from 'commander';
import { createCredential, listCredentials, revokeCredential } from '../access/credentials.ts';
import { newSecret } from '../access/secrets.ts';
import { addUser, changePassword, deleteUser, disableUser, enableUser, listUsers } from '../access/users.ts';
import { BridgeError } from '../model/errors.ts';

