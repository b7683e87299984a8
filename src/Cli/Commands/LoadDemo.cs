using System.CommandLine;
using Huanxin.App.Communities;
using Huanxin.App.People;
using Huanxin.App.Policies;
using Huanxin.App.Programmes;
using Huanxin.Core.People;

namespace Huanxin.Cli.Commands;

/// <summary><c>demo</c>: organisations, one account for every role, and a register to look around in.</summary>
internal static class LoadDemo
{
    public static Command Verb(Terminal terminal)
    {
        var gently = new Option<bool>("--if-empty") { Description = "数据库已有正式账户时不装入，也不算出错" };
        var whole = new Option<bool>("--synthetic") { Description = "装入整个演示地级市（600 个小区、30 万套住宅），不写时只装一小部分" };
        var communities = Number("--communities", "虚构小区的个数", 100_000);
        var dwellings = Number("--dwellings", "虚构住宅的套数上限", 50_000_000);
        var seed = Number("--seed", "生成虚构小区的种子；相同的种子生成相同的小区", int.MaxValue);
        var verb = new Command("demo", "装入演示单位、演示账户和演示小区；可重复执行，不会改动已有的数据") { gently, whole, communities, dwellings, seed };
        verb.SetAction((words, stop) => RunAsync(terminal, words.GetValue(gently), file => new Amount(
            words.GetValue(communities) ?? (words.GetValue(whole) ? file.FullCommunities : file.Communities),
            words.GetValue(dwellings) ?? (words.GetValue(whole) ? file.FullDwellings : file.Dwellings), words.GetValue(seed)), stop));
        return verb;
    }

    private static async Task<int> RunAsync(Terminal terminal, bool gently, Func<SyntheticFile, Amount> amountOf, CancellationToken stop)
    {
        await using var session = Session.OpenAlone(terminal);
        var db = await session.DbAsync(stop);
        var files = DemoFiles.Read(session.Settings.PoliciesFolder);
        var demo = new Demo(db, files, kind => terminal.Doing(kind, "装入演示数据"));
        if (gently && await demo.CountOthersAsync(stop) > 0)
        {
            terminal.Say("数据库中已有正式账户，没有装入演示数据。");
            return ExitCode.Done;
        }

        var people = await demo.LoadAsync(stop);
        var register = await LoadRegisterAsync(terminal, session, amountOf, stop);
        var planned = new PlanDemo(db, session.Get<PolicyShelf>(), kind => terminal.Doing(kind, "装入演示数据"));
        var (plans, projects) = (await planned.LoadAsync(stop), await planned.LoadProjectsAsync(stop));
        terminal.Say(people == new DemoResult(0, 0) && register == new CommunityDemoResult(0, 0, 0, 0) && plans + projects == 0
            ? "演示数据已在，未作改动。"
            : $"已装入演示单位 {people.Organisations} 个、演示账户 {people.Accounts} 个，文件点名的小区 {register.Listed} 个，"
                + $"虚构的演示小区 {register.Communities} 个（{register.Buildings} 栋、{register.Dwellings} 套住宅），文件中的计划 {plans} 个，项目 {projects} 个。");
        terminal.Say($"演示账户的密码都是 {files.Password}（公开的密码，切勿用于正式环境）：");
        var rows = files.Accounts.Select<DemoAccount, IReadOnlyList<string>>(a => [a.SignIn, PeopleLabels.Of(a.Role), a.Name]).ToList();
        foreach (var line in Table.Lines(["登录名", "角色", "姓名"], rows)) terminal.Say(line);
        return ExitCode.Done;
    }

    private static async Task<CommunityDemoResult> LoadRegisterAsync(
        Terminal terminal, Session session, Func<SyntheticFile, Amount> amountOf, CancellationToken stop)
    {
        var file = SyntheticFile.Read(session.Settings.PoliciesFolder);
        var demo = new CommunityDemo(
            await session.DbAsync(stop), session.Get<PolicyShelf>(), file, kind => terminal.Doing(kind, "装入演示数据"));
        var (communities, dwellings, seed) = amountOf(file);
        return await demo.LoadAsync(communities, dwellings, seed, stop);
    }

    private static Option<int?> Number(string name, string description, int most)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "数" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is { } value && (value < 0 || value > most)) result.AddError($"{name} 应在 0 至 {most} 之间");
        });
        return option;
    }

    /// <summary>How much is made.</summary>
    private sealed record Amount(int Communities, int Dwellings, int? Seed);
}
