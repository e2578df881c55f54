/** Under this name every mail of ours carries its delivery's id, unseen by readers, so that it can be found again. */
export const deliveryIdProperty = "String {8f1d2c1e-5f0b-4a53-9d0e-6f1c54a7b9d2} Name forewarnDeliveryId";
/** Under this name every calendar event of ours carries its counterpart's mark, for the same reason. */
export const markProperty = "String {8f1d2c1e-5f0b-4a53-9d0e-6f1c54a7b9d2} Name forewarnMark";
