// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.rules;

import eu.digitalminutes.core.event.Matter;
import eu.digitalminutes.core.event.VoteKind;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;

/** Rules with every parameter at random, found by the builders' setters so that none is forgotten. */
public final class RandomRules {
    private RandomRules() {}

    public static LocalRules of(long seed) {
        Random random = new Random(seed);
        LocalRules.Builder rules = LocalRules.of(one(random, LocalRules.Preset.values())).toBuilder()
                .name("Comune " + random.nextInt(9))
                .version(random.nextInt(9) + "")
                .source("Regolamento, art. " + random.nextInt(99))
                .presidency(one(random, LocalRules.Presidency.values()))
                .firstCall(fill(random, QuorumRule.defaults().toBuilder()).build())
                .secondCall(fill(random, QuorumRule.defaults().toBuilder()).build())
                .majority(fill(random, MajorityRule.defaults().toBuilder()).build())
                .majorityByKind(
                        one(random, VoteKind.values()),
                        fill(random, MajorityRule.defaults().toBuilder()).build())
                .majorityByMatter(
                        new Matter("matter-" + random.nextInt(9)),
                        fill(random, MajorityRule.defaults().toBuilder()).build())
                .quorumByMatter(
                        Matter.STATUTE,
                        fill(random, QuorumRule.defaults().toBuilder()).build())
                .recusal(fill(random, RecusalRule.defaults().toBuilder()).build())
                .elections(fill(random, ElectionRule.defaults().toBuilder()).build())
                .convocation(
                        fill(random, ConvocationRule.defaults().toBuilder()).build())
                .publication(
                        fill(random, PublicationRule.defaults().toBuilder()).build())
                .statute(fill(random, StatuteRule.defaults().toBuilder()).build())
                .noConfidence(
                        fill(random, NoConfidenceRule.defaults().toBuilder()).build())
                .opinions(fill(random, OpinionRule.defaults().toBuilder()).build())
                .minutes(fill(random, MinutesRule.defaults().toBuilder()).build());
        return random.nextBoolean()
                ? rules.build()
                : rules.validFrom(LocalDate.of(2000, 1, 1).plusDays(random.nextInt(20_000)))
                        .build();
    }

    private static <B> B fill(Random random, B builder) {
        Method[] methods = builder.getClass().getMethods();
        Arrays.sort(methods, Comparator.comparing(Method::getName));
        for (Method method : methods) {
            if (method.getParameterCount() == 1 && method.getReturnType() == builder.getClass()) {
                try {
                    method.invoke(builder, value(random, method.getParameterTypes()[0]));
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return builder;
    }

    private static Object value(Random random, Class<?> type) {
        if (type == int.class) {
            return 1 + random.nextInt(30);
        } else if (type == String.class) {
            return "art. " + random.nextInt(99);
        } else if (type == Fraction.class) {
            int denominator = 1 + random.nextInt(9);
            return new Fraction(1 + random.nextInt(denominator), denominator);
        }
        return one(random, type.getEnumConstants());
    }

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
