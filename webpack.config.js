import path from 'node:path';
import { fileURLToPath } from 'node:url';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import webpack from 'webpack';
import { BudgetPlugin } from './scripts/webpack/budget-plugin.ts';
import { NoticesPlugin } from './scripts/webpack/notices-plugin.ts';
import { sdkParts } from './scripts/webpack/sdk-parts.ts';
import { WebResourcePlugin } from './scripts/webpack/web-resource-plugin.ts';

const root = path.dirname(fileURLToPath(import.meta.url));
const classes = path.join(root, 'target', 'classes');

/** In all builds one instance: the notices name what is in any bundle. */
const notices = new NoticesPlugin({
  root,
  file: path.join(classes, 'META-INF/THIRD-PARTY-NOTICES.txt'),
});

const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: 'ts-loader',
  options: {
    transpileOnly: true,
    compilerOptions: { noEmit: false, allowImportingTsExtensions: false },
  },
};

/** One build for both platforms, straight into the folder that the JAR is made of. */
const common = {
  mode: process.env.NODE_ENV === 'development' ? 'development' : 'production',
  context: root,
  target: ['web', 'es2020'],
  // No eval and no source names in the output: it runs under a strict policy and is the same bytes everywhere.
  devtool: false,
  performance: { hints: false },
};

/** The administration pages. */
const admin = {
  ...common,
  name: 'admin',
  entry: { admin: './frontend/admin/main.ts' },
  output: {
    path: path.join(classes, 'hearth-web'),
    filename: '[name].[contenthash].js',
    chunkFilename: 'chunk.[contenthash].js',
    assetModuleFilename: 'asset.[contenthash][ext]',
    hashDigestLength: 16,
    uniqueName: 'io.hearth',
    // Set while the page runs, from its context path: see frontend/shared/public-path.ts.
    publicPath: '',
    clean: true,
  },
  optimization: { moduleIds: 'deterministic', chunkIds: 'deterministic', realContentHash: true },
  resolve: {
    extensions: ['.ts', '.tsx', '.js'],
    alias: {
      // Messages are parsed while building; the parser itself need not travel.
      '@formatjs/icu-messageformat-parser$': '@formatjs/icu-messageformat-parser/no-parser.js',
      // Atlaskit asks an experiment service for its flags; here every flag has its default, offline.
      '@atlaskit/feature-gate-js-client/feature-gates$': path.join(
        root,
        'frontend/shared/feature-gates.ts',
      ),
      // A ZIP is encrypted to X25519 keys only; the rest of the library is heavier than what is used.
      '@noble/post-quantum/hybrid.js$': path.join(root, 'frontend/review/seal/not-x25519.ts'),
      '@noble/curves/nist.js$': path.join(root, 'frontend/review/seal/not-x25519.ts'),
    },
  },
  module: {
    rules: [
      typescript,
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'], sideEffects: true },
      {
        test: /hearth\.properties$/,
        type: 'json',
        loader: path.join(root, 'scripts/webpack/catalogue-loader.ts'),
      },
    ],
  },
  plugins: [
    new MiniCssExtractPlugin({
      filename: '[name].[contenthash].css',
      chunkFilename: 'chunk.[contenthash].css',
      // Every rule of Atlaskit's is one class for one property: the order of files does not matter.
      ignoreOrder: true,
    }),
    new WebResourcePlugin({
      folder: 'hearth-web',
      descriptor: path.join(classes, 'META-INF/plugin-descriptors/hearth-web-resources.xml'),
    }),
    notices,
  ],
};

/** Scripts for every page of the product: each is one file that needs nothing else, named in atlassian-plugin.xml. */
const everyPage = {
  ...common,
  name: 'every-page',
  entry: {
    loader: './frontend/loader/loader.ts',
    tracker: './frontend/tracker/main.ts',
    capture: './frontend/capture/main.ts',
    badge: './frontend/badge/badge.ts',
    report: './frontend/report/opener.ts',
    'report-dialog': './frontend/report/main.ts',
    usage: './frontend/usage/main.ts',
  },
  output: {
    path: path.join(classes, 'hearth-page'),
    filename: '[name].js',
    uniqueName: 'io.hearth.page',
    clean: true,
  },
  resolve: { extensions: ['.ts', '.js'] },
  module: { rules: [typescript] },
  plugins: [
    new webpack.DefinePlugin({ __SENTRY_DEBUG__: false }),
    sdkParts(root),
    new BudgetPlugin([
      { file: 'loader.js', gzip: 600 },
      { file: 'tracker.js', gzip: 20_000 },
      { file: 'capture.js', gzip: 1000 },
      { file: 'badge.js', gzip: 700 },
      { file: 'report.js', gzip: 700 },
      { file: 'report-dialog.js', gzip: 7000 },
      { file: 'usage.js', gzip: 400 },
    ]),
    notices,
  ],
};

/** The script inside index.html of every Support ZIP: the server writes it into the page. */
const viewer = {
  ...common,
  name: 'viewer',
  entry: { viewer: './frontend/viewer/main.ts' },
  output: {
    path: path.join(classes, 'hearth-viewer'),
    filename: '[name].js',
    uniqueName: 'io.hearth.viewer',
    clean: true,
  },
  resolve: { extensions: ['.ts', '.js'] },
  module: { rules: [typescript] },
  plugins: [new BudgetPlugin([{ file: 'viewer.js', gzip: 8000 }]), notices],
};

export default [admin, everyPage, viewer];
