using FsCheck;
using FsCheck.Fluent;
using Huanxin.Core.Policies;
using Xunit;

namespace Huanxin.Tests.Policies;

public class AnswerTests
{
    [Fact]
    public void And_and_or_are_commutative_associative_and_absorb_each_other() =>
        Prop.ForAll<Answer, Answer, Answer>((a, b, c) =>
            a.And(b) == b.And(a) && a.Or(b) == b.Or(a)
            && a.And(b).And(c) == a.And(b.And(c)) && a.Or(b).Or(c) == a.Or(b.Or(c))
            && a.And(a.Or(b)) == a && a.Or(a.And(b)) == a).QuickCheckThrowOnFailure();

    [Fact]
    public void A_no_decides_all_and_a_yes_decides_any() =>
        Prop.ForAll<Answer>(a => a.And(Answer.No) == Answer.No && a.Or(Answer.Yes) == Answer.Yes
            && a.And(Answer.Yes) == a && a.Or(Answer.No) == a).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_unknown_or_conditional_stays_so_when_negated()
    {
        Assert.Equal([Answer.Yes, Answer.Unknown, Answer.Conditional, Answer.No],
            new[] { Answer.No, Answer.Unknown, Answer.Conditional, Answer.Yes }.Select(a => a.Not()));
    }
}
