// A branch's system that is not Java. Does the branch's part of a customer's story over SOAP and
// tells what it saw as one line of JSON; the test that starts it judges.
import soap from 'soap';
import { createHash, randomBytes, randomUUID } from 'node:crypto';

const heyi = process.env.HEYI_URL;
const branchToken = process.env.BRANCH_TOKEN;
const otherToken = process.env.OTHER_BRANCH_TOKEN;
const operatorToken = process.env.OPERATOR_TOKEN;
const person = JSON.parse(process.env.PERSON);
const sku = process.env.SKU;

async function client(token, options = {}) {
  const made = await soap.createClientAsync(`${heyi}/soap/branch?wsdl`, {
    endpoint: `${heyi}/soap/branch`,
    ...options,
  });
  made.addHttpHeader('Authorization', `Bearer ${token}`);
  made.addHttpHeader('Accept-Language', 'en');
  return made;
}

async function fault(call) {
  try {
    await call();
    return null;
  } catch (error) {
    const body = error.root?.Envelope?.Body?.Fault;
    if (!body) {
      throw error;
    }
    const detail = body.detail ?? body.Detail;
    return {
      text: body.faultstring ?? body.Reason?.Text,
      code: detail?.problem?.code,
      status: Number(detail?.problem?.status),
    };
  }
}

const branch = await client(branchToken);
const saw = { operations: Object.keys(branch.describe().BranchService.BranchPort).sort() };

const [registered] = await branch.registerCustomerAsync({ requestId: randomUUID(), ...person });
saw.customer = registered.customer;
const customerId = registered.customer.id;

const [caller] = await branch.whoAmIAsync({});
saw.caller = caller.caller;

const granted = await fetch(`${heyi}/api/v1/customers/${customerId}/points/grants`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${operatorToken}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': randomUUID(),
  },
  body: JSON.stringify({ points: 1000, reason: 'welcome' }),
});
saw.grantStatus = granted.status;

const key = randomUUID();
const wanted = { requestId: key, customerId, line: [{ sku, quantity: 3 }] };
const [redeemed] = await branch.redeemAsync(wanted);
const [again] = await branch.redeemAsync(wanted);
saw.order = redeemed.order;
saw.sameOrderAgain = again.order.orderId === redeemed.order.orderId;
const [after] = await branch.getPointsAsync({ customerId });
saw.pointsAfterOrder = Number(after.points.usable);

const line = [redeemed.order.line].flat()[0];
const [cancelled] = await branch.cancelOrderAsync({
  requestId: randomUUID(),
  orderId: redeemed.order.orderId,
  reason: 'one too many',
  line: [{ lineId: line.lineId, quantity: 1 }],
});
saw.cancelled = cancelled.order;
const [back] = await branch.getPointsAsync({ customerId });
saw.pointsAfterCancellation = Number(back.points.usable);

const [recorded] = await branch.recordComplaintAsync({
  requestId: randomUUID(),
  complaint: {
    channel: 'COUNTER',
    customer: customerId,
    product: '积分商城',
    narrative: '兑换的商品少了一件 & <包装破损>',
  },
});
saw.complaint = recorded.complaint;
const complaintId = recorded.complaint.id;

await branch.addComplaintFileAsync({
  requestId: randomUUID(),
  complaintId,
  fileName: '说明.txt',
  content: Buffer.from(`少了一件 ${randomUUID()}`).toString('base64'),
});
const photo = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2 * 1024 * 1024)]);
const [attached] = await branch.addComplaintFileAsync(
  {
    requestId: randomUUID(),
    complaintId,
    fileName: 'photo.pdf',
    content: {
      'xop:Include': {
        attributes: {
          'xmlns:xop': 'http://www.w3.org/2004/08/xop/include',
          href: 'cid:photo',
        },
      },
    },
  },
  {
    attachments: [
      {
        mimetype: 'application/octet-stream',
        contentId: 'photo',
        name: 'photo.pdf',
        body: photo,
      },
    ],
  },
);
saw.files = [attached.intake.file].flat();
saw.photoHash = createHash('sha256').update(photo).digest('hex');
const [spoken] = await branch.addComplaintPartyAsync({
  requestId: randomUUID(),
  complaintId,
  role: 'AGENT',
  name: '张三',
  relation: '儿子',
  document: '授权委托书 2026-03-01',
});
saw.party = [spoken.intake.party].flat()[0];

const other = await client(otherToken);
saw.foreignFault = await fault(() => other.getCustomerAsync({ customerId }));
const other12 = await client(otherToken, { forceSoap12Headers: true });
saw.foreignFault12 = await fault(() => other12.getCustomerAsync({ customerId }));
saw.noKeyFault = await fault(() =>
  branch.redeemAsync({ customerId, line: [{ sku, quantity: 1 }] }),
);

console.log(JSON.stringify(saw));
