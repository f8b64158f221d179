/**
 * The way of one branch through one round: self-assessment, acceptance, desk review, site visit, sealed scores, moderation,
 * the level proposed and allocated, the decision, the public notice with its objections, the award.
 *
 * <p>A scheme may leave stages out, let departments judge parts beside the assessors, and ask members by anonymous ballots.
 *
 * <p>Nobody acts on their own branch, and nobody in two stages of one application.
 */
@NullMarked
package asterism.command.application;

import org.jspecify.annotations.NullMarked;
