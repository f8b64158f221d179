package asterism.rating;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/** An exact rational number in lowest terms. Nothing is ever rounded except by {@link #round}. */
public record Exact(BigInteger numerator, BigInteger denominator) implements Comparable<Exact> {
    public static final Exact ZERO = of(0);
    public static final Exact ONE = of(1);
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,200}(\\.[0-9]{1,200})?");

    public Exact {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("a number cannot be divided by zero");
        }
        if (!denominator.equals(BigInteger.ONE)) {
            BigInteger divisor = numerator.gcd(denominator);
            if (denominator.signum() < 0) {
                divisor = divisor.negate();
            }
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    public static Exact of(long whole) {
        return new Exact(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    public static Exact of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? new Exact(decimal.toBigIntegerExact(), BigInteger.ONE)
                : new Exact(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /**
     * Reads a plain decimal such as {@code -3.50}: ASCII digits, no exponent, no blanks, at most 200 digits on
     * either side, so that no text makes much work; empty when the text is none.
     */
    public static Optional<Exact> parse(String text) {
        return DECIMAL.matcher(text).matches() ? Optional.of(of(new BigDecimal(text))) : Optional.empty();
    }

    public Exact plus(Exact other) {
        return denominator.equals(other.denominator)
                ? new Exact(numerator.add(other.numerator), denominator)
                : new Exact(numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                        denominator.multiply(other.denominator));
    }

    public Exact minus(Exact other) {
        return plus(other.negate());
    }

    public Exact negate() {
        return new Exact(numerator.negate(), denominator);
    }

    public Exact times(Exact other) {
        return new Exact(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * The exact quotient.
     *
     * @throws ArithmeticException when the other number is zero
     */
    public Exact dividedBy(Exact other) {
        return new Exact(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /**
     * The one place where a number is rounded.
     *
     * @param scale decimals to keep, 0 or more
     */
    public Exact round(int scale, RoundingMode mode) {
        return of(new BigDecimal(numerator).divide(new BigDecimal(denominator), scale, mode));
    }

    public Exact abs() {
        return numerator.signum() < 0 ? negate() : this;
    }

    public int signum() {
        return numerator.signum();
    }

    public Exact min(Exact other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Exact max(Exact other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether the number can be written with at most so many decimals. */
    public boolean fits(int scale) {
        return BigInteger.TEN.pow(scale).mod(denominator).signum() == 0;
    }

    @Override
    public int compareTo(Exact other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** The shortest exact text: {@code 59}, {@code 92.7}, and {@code 1/3} where no decimal is exact. */
    @Override
    public String toString() {
        if (denominator.equals(BigInteger.ONE)) {
            return numerator.toString();
        }
        BigInteger rest = denominator;
        for (BigInteger prime : new BigInteger[] {BigInteger.TWO, BigInteger.valueOf(5)}) {
            while (rest.mod(prime).signum() == 0) {
                rest = rest.divide(prime);
            }
        }
        return rest.equals(BigInteger.ONE)
                ? new BigDecimal(numerator).divide(new BigDecimal(denominator)).stripTrailingZeros().toPlainString()
                : numerator + "/" + denominator;
    }
}
