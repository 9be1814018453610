#!/usr/bin/env node
/*
 * Must parse on any Node, or an old one would show a syntax error instead of the sentence below. Hence no static import
 * of our own code, and nothing newer than dynamic import().
 */
import { existsSync } from 'fs';

const oldest = [22, 18];
const found = process.version.slice(1).split('.').map(Number);

if (found[0] < oldest[0] || (found[0] === oldest[0] && found[1] < oldest[1])) {
  const remedy =
    'In a checkout run "npm install" and then "npm start" (npm brings a Node of its own); ' +
    'elsewhere install a newer Node from https://nodejs.org and start again.';
  console.error(
    'leave-a-reply needs Node ' + oldest.join('.') + ' or newer, this is ' + process.version + '. ' + remedy,
  );
  process.exit(1);
}

const checkout = new URL('../src/cli.ts', import.meta.url);
// Node refuses to strip types below node_modules, so the installed package carries JavaScript instead.
import(existsSync(checkout) ? checkout.href : new URL('../dist/cli.js', import.meta.url).href);
