using Huanxin.Core.Kernel;
using Huanxin.Core.Policies;

namespace Huanxin.Core.Voting;

/// <summary>Owners or area in a ballot (表决基数): all, taking part, agreeing.</summary>
public readonly record struct VoteCount(long All, long Present, long Agree);

/// <summary>Outcome of a decision of the owners (表决结论).</summary>
public enum DecisionOutcome { Passed, QuorumMissed, MajorityMissed }

/// <summary>A decision of the owners with both bases (业主共同决定): by exclusive area and by number of owners.</summary>
public sealed record OwnersDecision(DecisionOutcome Outcome, VoteCount Area, VoteCount Owners, Ratio Quorum,
    Ratio Majority, bool MajorityIsStrict);

/// <summary>Thresholds of joint decisions (民法典第二百七十八条), with the values of the national layer.</summary>
public static class VotingRules
{
    /// <summary>
    /// Counts a decision on both bases (表决结论): quorum two thirds 以上; special three quarters 以上; ordinary 过半.
    /// </summary>
    // 民法典第二百七十八条第二款; “以上” includes the number itself, 过半 does not (第一千二百五十九条).
    public static OwnersDecision Decide(RuleBook book, Majority majority, VoteCount area, VoteCount owners)
    {
        var quorum = book.Value<Ratio>("voting.quorum") ?? throw PolicyRefusals.ValueMissing("voting.quorum");
        var name = majority == Majority.Special ? "voting.special-majority" : "voting.ordinary-majority";
        var share = majority == Majority.Unanimous
            ? Ratio.Of(1, 1)
            : book.Value<Ratio>(name) ?? throw PolicyRefusals.ValueMissing(name);
        var strict = majority == Majority.Ordinary;
        var outcome = Outcome(majority, quorum, share, area, owners);
        return new OwnersDecision(outcome, area, owners, quorum, share, strict);
    }

    private static DecisionOutcome Outcome(Majority majority, Ratio quorum, Ratio share, VoteCount area,
        VoteCount owners) => majority switch
    {
        Majority.Programme =>
            throw new ArgumentOutOfRangeException(nameof(majority), majority, "a local share is no decision of the owners"),

        // 民法典第二百七十九条: 有利害关系的业主一致同意, so nobody may be missing.
        Majority.Unanimous =>
            owners.All > 0 && owners.Agree == owners.All ? DecisionOutcome.Passed : DecisionOutcome.MajorityMissed,
        _ when !Reaches(quorum, area) || !Reaches(quorum, owners) => DecisionOutcome.QuorumMissed,
        Majority.Special when share.IsReachedBy(area.Agree, area.Present)
            && share.IsReachedBy(owners.Agree, owners.Present) =>
            DecisionOutcome.Passed,
        Majority.Ordinary when share.IsExceededBy(area.Agree, area.Present)
            && share.IsExceededBy(owners.Agree, owners.Present) =>
            DecisionOutcome.Passed,
        _ => DecisionOutcome.MajorityMissed,
    };

    private static bool Reaches(Ratio quorum, VoteCount count) =>
        count.All > 0 && quorum.IsReachedBy(count.Present, count.All);
}
