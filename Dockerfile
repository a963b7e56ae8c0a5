FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build \
  && npm prune --omit=dev \
  && rm -rf .next/cache

FROM node:24-bookworm-slim
WORKDIR /app
# DEMO=off starts empty and asks for ADMIN_EMAIL and ADMIN_PASSWORD.
ENV NODE_ENV=production \
  NEXT_TELEMETRY_DISABLED=1 \
  DATA_DIR=/data \
  HOST=0.0.0.0 \
  PORT=3000 \
  DEMO=off
COPY --from=build /app ./
# Next keeps what it computes while running in .next/cache; everything else belongs to root.
RUN mkdir -p /data .next/cache \
  && chown node:node /data .next/cache \
  && chmod 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/serve.ts"]
