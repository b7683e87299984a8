using System.Text.Json;
using Huanxin.Cli;
using Huanxin.Tests.Cli;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

public sealed class PolicyCommandTests : IAsyncLifetime
{
    private TestDatabase database = null!;
    private CommandLine huanxin = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        huanxin = new CommandLine(database);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_sound_shelf_is_said_to_have_no_fault()
    {
        var done = await huanxin.RunAsync("policy", "check");

        Assert.Equal(ExitCode.Done, done.Code);
        Assert.EndsWith("没有错误。", done.Output.Trim(), StringComparison.Ordinal);
        Assert.Contains("标着“未核实”的", done.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_are_listed_with_file_line_and_column_and_the_exit_code_says_refused()
    {
        var folder = Shelf.FolderWith(("371000-weihai/a.yaml", Shelf.Document("T1", "371000", "2024-13-01")));

        var done = await huanxin.RunAsync("policy", "check", folder);

        Assert.Equal(ExitCode.Refused, done.Code);
        Assert.Contains("371000-weihai/a.yaml:8:11 “2024-13-01”不是日期", done.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_prints_every_clause_with_what_carries_it()
    {
        var done = await huanxin.RunAsync("policy", "coverage", "W24", "--json");

        var document = JsonDocument.Parse(done.Output).RootElement[0];
        Assert.Equal("W24", document.GetProperty("id").GetString());
        Assert.All(document.GetProperty("clauses").EnumerateArray(), c =>
            Assert.False(c.GetProperty("isOpen").GetBoolean()));
    }

    [Fact, Clause("W24-A1")]
    public async Task Coverage_also_lists_what_the_source_does_not_give()
    {
        var done = await huanxin.RunAsync("policy", "coverage", "W24");

        Assert.Contains("待核实·附件表样栏目：威海市2024年老旧小区改造项目台账；", done.Output, StringComparison.Ordinal);
        Assert.Contains("待核实·数值：三星级智慧小区评分标准；", done.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_document_is_named()
    {
        var done = await huanxin.RunAsync("policy", "coverage", "W99");

        Assert.Equal(ExitCode.Refused, done.Code);
        Assert.Contains("没有代号为“W99”的文件。", done.Error, StringComparison.Ordinal);
    }
}
