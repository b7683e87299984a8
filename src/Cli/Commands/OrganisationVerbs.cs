using System.CommandLine;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;

namespace Huanxin.Cli.Commands;

/// <summary><c>organisation create</c>: the first organisation of an installation, in which the first account can be opened.</summary>
internal static class OrganisationVerbs
{
    public static Command Verb(Terminal terminal) => new("organisation", "单位") { Create(terminal) };

    private static Command Create(Terminal terminal)
    {
        var code = new Argument<string>("code") { Description = "单位编码，全库唯一", HelpName = "编码" };
        var name = new Argument<string>("name") { Description = "单位名称", HelpName = "名称" };
        var kind = Words.Kind();
        var place = new Option<string>("--place") { Description = "属地区划代码，如 371000", Required = true, HelpName = "代码" };
        var why = Why.Option();
        var verb = new Command("create", "登记单位") { code, name, kind, place, why };
        verb.SetAction(async (words, stop) =>
        {
            await using var session = Session.Open(terminal);
            var db = await session.DbAsync(stop);
            var act = terminal.Doing(PeopleVerbs.CreateOrganisation, words.GetRequiredValue(why));
            var organisation = new Organisation { Id = Guid.CreateVersion7(act.At), Code = words.GetRequiredValue(code) };
            organisation.Describe(new OrganisationFacts(
                words.GetRequiredValue(name), words.GetRequiredValue(kind), Places.Read(words.GetRequiredValue(place))));
            db.Add(organisation);
            await db.SaveAsync(act, stop);
            terminal.Say($"已登记单位 {organisation.Code} {organisation.Name}。");
            return ExitCode.Done;
        });
        return verb;
    }
}

/// <summary>A region code as an operator types it.</summary>
internal static class Places
{
    public static RegionCode Read(string code) => RegionCode.TryParse(code, out var place)
        ? place
        : throw new Refusal("region.bad-code", $"“{code}”不是区划代码：须为 2、4、6、9 或 12 位，如 371000。");
}
