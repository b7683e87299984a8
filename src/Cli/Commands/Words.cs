using System.CommandLine;
using System.CommandLine.Parsing;
using Huanxin.Core.People;

namespace Huanxin.Cli.Commands;

/// <summary>Words that an operator may type in English or in Chinese, and what is said when it is neither.</summary>
internal static class Words
{
    public static Argument<Role> Role() => new("role")
    {
        Description = $"岗位角色：{Choices<Role>(PeopleLabels.Of)}", HelpName = "角色", CustomParser = words => Read<Role>(words, PeopleLabels.Of),
    };

    public static Option<Role?> RoleOption() => new("--role")
    {
        Description = "同时授予的岗位角色，中文或英文名", HelpName = "角色", CustomParser = words => Read<Role>(words, PeopleLabels.Of),
    };

    public static Option<OrganisationKind> Kind() => new("--kind")
    {
        Description = $"单位类别：{Choices<OrganisationKind>(PeopleLabels.Of)}", HelpName = "类别", Required = true,
        CustomParser = words => Read<OrganisationKind>(words, PeopleLabels.Of),
    };

    private static T Read<T>(ArgumentResult words, Func<T, string> label) where T : struct, Enum
    {
        var typed = words.Tokens[0].Value;
        foreach (var value in Enum.GetValues<T>())
        {
            if (typed == $"{value}" || typed == label(value)) return value;
        }

        words.AddError($"不认识“{typed}”，可用的有：{Choices(label)}。");
        return default;
    }

    private static string Choices<T>(Func<T, string> label) where T : struct, Enum =>
        string.Join("、", Enum.GetValues<T>().Select(value => $"{value}（{label(value)}）"));
}
