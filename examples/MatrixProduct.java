import dev.polyloom.Run;
import dev.polyloom.Scope;
import dev.polyloom.process.SharedRegion;
import dev.polyloom.process.WriteLocation;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;

/**
 * Multiplies two square matrices that lie in shared memory: workers read them and write the product
 * where they are, so that nothing but the number of a row travels.
 *
 * <pre>java --class-path core/target/classes:process/target/classes examples/MatrixProduct.java 1500</pre>
 */
final class MatrixProduct {
    private MatrixProduct() {}

    public static void main(String[] args) throws Exception {
        int size = args.length == 0 ? 1000 : Integer.parseInt(args[0]);
        try (SharedRegion left = WriteLocation.share(random(size, 1));
                SharedRegion right = WriteLocation.share(random(size, 2));
                SharedRegion product = WriteLocation.shared(8L * size * size);
                Scope scope = Run.processes().open()) {
            long start = System.nanoTime();
            int band = Math.max(1, size / (4 * scope.workers()));
            List<Future<?>> bands = new ArrayList<>();
            for (int row = 0; row < size; row += band) {
                int from = row;
                int to = Math.min(size, row + band);
                bands.add(scope.submit(() -> multiply(left, right, product, size, from, to)));
            }
            for (Future<?> each : bands) {
                each.get();
            }
            IO.println(
                    "%d x %d by %d workers in %.1f s, %d bytes shared and none copied"
                            .formatted(
                                    size,
                                    size,
                                    scope.workers(),
                                    (System.nanoTime() - start) / 1e9,
                                    left.byteSize() + right.byteSize() + product.byteSize()));
            double error = largestError(left.doubles(), right.doubles(), product.doubles(), size);
            IO.println(error < 1e-9 * size * size ? "the product is right" : "off by " + error);
        }
    }

    private static double[] random(int size, long seed) {
        return new Random(seed).doubles((long) size * size, -1, 1).toArray();
    }

    private static void multiply(
            SharedRegion left, SharedRegion right, SharedRegion product, int size, int from, int to) {
        DoubleBuffer a = left.doubles();
        DoubleBuffer b = right.doubles();
        DoubleBuffer c = product.doubles();
        double[] row = new double[size];
        double[] sums = new double[size];
        for (int i = from; i < to; i++) {
            java.util.Arrays.fill(sums, 0);
            for (int k = 0; k < size; k++) {
                double factor = a.get(i * size + k);
                b.get(k * size, row);
                for (int j = 0; j < size; j++) {
                    sums[j] += factor * row[j];
                }
            }
            c.put(i * size, sums);
        }
    }

    /** Compares product * x with left * (right * x) for a random x. */
    private static double largestError(
            DoubleBuffer left, DoubleBuffer right, DoubleBuffer product, int size) {
        double[] x = new Random(3).doubles(size, -1, 1).toArray();
        double[] expected = times(left, times(right, x));
        double[] actual = times(product, x);
        double largest = 0;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, Math.abs(expected[i] - actual[i]));
        }
        return largest;
    }

    private static double[] times(DoubleBuffer matrix, double[] vector) {
        int size = vector.length;
        double[] result = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                result[i] += matrix.get(i * size + j) * vector[j];
            }
        }
        return result;
    }
}
