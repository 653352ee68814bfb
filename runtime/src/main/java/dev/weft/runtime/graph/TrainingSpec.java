package dev.weft.runtime.graph;

/**
 * What a training program depends on besides the model.
 *
 * @param batch rows of a step, at least 1
 * @param optimizer how parameters are updated
 * @param seed of the dropout masks
 * @param dropout whether dropout layers drop anything in training; if not, they are left out
 * @param augment how training images are changed
 * @param keepZeros whether weights that are 0 stay 0
 * @param images number of images that lie on the device
 * @param trainOrder most images that an epoch of training goes through
 * @param evalOrder most images that an evaluation goes through
 */
public record TrainingSpec(
    int batch,
    OptimizerSpec optimizer,
    long seed,
    boolean dropout,
    AugmentSpec augment,
    boolean keepZeros,
    int images,
    int trainOrder,
    int evalOrder) {
  public TrainingSpec {
    if (Math.min(Math.min(batch, images), Math.min(trainOrder, evalOrder)) < 1) {
      throw new IllegalArgumentException(
          "batch %d, images %d, orders %d and %d: each must be at least 1"
              .formatted(batch, images, trainOrder, evalOrder));
    }
  }
}
