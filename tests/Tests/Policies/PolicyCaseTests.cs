using Huanxin.App.Policies;
using Xunit;

namespace Huanxin.Tests.Policies;

/// <summary>Runs every case beside every pack.</summary>
public class PolicyCaseTests
{
    private static readonly PackReport Report = PackCheck.Run(Shelf.Folder);

    public static TheoryData<string, string> Cases => [.. Report.Cases.Select(c => (c.Document, c.Name))];

    [Fact]
    public void The_shelf_has_no_fault() => Assert.Empty(Report.Faults.Select(f => f.ToString()));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_pack_says_what_the_case_expects(string document, string name)
    {
        var wrong = Report.Cases.Where(c => c.Document == document && c.Name == name).Select(c => c.Wrong?.ToString())
            .OfType<string>();

        Assert.Empty(wrong);
    }
}
