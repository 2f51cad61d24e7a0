const { greet } = require('./greet.mjs');
const { name } = require('../package.json');

exports.describe = () => `${greet()} from ${name} in ${__dirname}`;
