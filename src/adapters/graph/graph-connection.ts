import { z } from "zod";
import type { Delivery } from "../../core/domain/delivery.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { ConnectionHealth, ConnectionParts, MessagingConnection, MessagingParts } from "../../core/ports/connector.ts";
import type { SendOutcome } from "../../core/ports/messenger.ts";
import type { TokenSource } from "../../core/ports/sign-in.ts";
import { readApiAddress } from "../network/api-address.ts";
import { inTheWay } from "../network/in-the-way.ts";
import { createUnusableConnection } from "../network/unusable-connection.ts";
import { withPermission } from "./channel-permission.ts";
import { createGraphCall, type GraphCall, graphApiUrl } from "./graph-client.ts";
import { keepEvents } from "./graph-events.ts";
import { permissionsIn } from "./graph-features.ts";
import { listsInGraph } from "./graph-lists.ts";
import { sendMail } from "./graph-mail.ts";
import { nameOf, signInProblem } from "./graph-outcome.ts";
import { sendToTeams, type TeamsDelivery } from "./graph-teams.ts";
import { tellMyselfByMail } from "./graph-test-message.ts";
import type { MailDelivery } from "./mail-draft.ts";
import { lookUpMail } from "./mail-look-up.ts";
import { pastedToken } from "./pasted-token.ts";
import { lookUpTeamsChannel } from "./teams-channel.ts";
import { lookUpInTeams } from "./teams-look-up.ts";

const accountSchema = z.object({
  displayName: z.string().nullish(),
  mail: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

/**
 * Outlook mail and Teams through Microsoft's official SDK, which is loaded when first needed. `settings.apiUrl` is
 * another address of Graph (a sovereign cloud, a gateway), or null for the global one. `now` stamps receipts and
 * when a next attempt may be made.
 */
export function createGraphConnection(
  settings: MessagingParts & { readonly values?: ConnectionParts["values"] },
  now: () => Instant = Date.now,
): MessagingConnection {
  const address = readApiAddress(settings.apiUrl ?? graphApiUrl);
  if (!address.ok) return createUnusableConnection(address.problem);
  const tokens = settings.tokens ?? pastedToken(settings.token);
  const call = createGraphCall({ url: address.url, tokens, heardTime: settings.heardTime }, now);
  return {
    messages: {
      async send({ delivery, replyTo }, passage): Promise<SendOutcome> {
        if (isMail(delivery)) return sendMail(call, { delivery, replyTo }, passage, now);
        if (isTeams(delivery)) return sendToTeams(call, { delivery, replyTo }, passage, now);
        return {
          kind: "refused",
          detail: "This message is not made for Outlook or Teams. Approve the notice again. Nothing was sent.",
        };
      },
      async lookUp(delivery) {
        if (isMail(delivery)) return lookUpMail(call, delivery, now());
        if (isTeams(delivery)) return lookUpInTeams(call, delivery, now());
        return { kind: "cannotTell", detail: "This delivery does not go to Outlook or Teams." };
      },
    },
    check: () => checkGraph(call, address.url.host, tokens, (settings.values?.features ?? "").split(" ")),
    tellMyself: (words) => tellMyselfByMail(call, words),
    lists: listsInGraph(call),
    counterparts: keepEvents(call, now),
    lookUpChannel: (channel) => withPermission(tokens, channel, () => lookUpTeamsChannel(call, channel)),
  };
}

function isMail(delivery: Delivery): delivery is MailDelivery {
  return delivery.address.kind === "mail" && delivery.content.kind === "mail";
}

function isTeams(delivery: Delivery): delivery is TeamsDelivery {
  const { kind } = delivery.address;
  return (kind === "teamsChannel" || kind === "teamsChat") && delivery.content.kind === "teams";
}

async function checkGraph(
  call: GraphCall,
  place: string,
  tokens: TokenSource,
  features: readonly string[],
): Promise<ConnectionHealth> {
  const answer = await call("GET", "/me?$select=displayName,mail,userPrincipalName");
  if (answer.kind === "failed") return { kind: "unreachable", detail: answer.failure.words };
  if (answer.kind === "withheld") return { kind: "unreachable", detail: "Microsoft was not asked." };
  if (answer.kind === "noToken") return { kind: "refused", detail: answer.detail };
  // Graph says everything in JSON: a filter's page is not its word, whatever its status.
  const refusal = answer.body === null ? null : signInProblem(answer);
  if (refusal !== null) return { kind: "refused", detail: refusal };
  const account = answer.status === 200 ? accountSchema.safeParse(answer.body) : null;
  const name = account?.data?.mail || account?.data?.userPrincipalName || account?.data?.displayName;
  if (!name) {
    return { kind: "unreachable", detail: `The answer is not Microsoft Graph's (${nameOf(answer)}). ${inTheWay}` };
  }
  const granted = tokens.granted();
  return {
    kind: "works",
    account: name,
    place,
    ...(granted === null ? {} : { permissions: permissionsIn(granted, features), expiresAt: tokens.endsAt() }),
  };
}
