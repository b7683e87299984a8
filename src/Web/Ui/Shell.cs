using Huanxin.Core.People;

namespace Huanxin.Web.Ui;

/// <summary>Who is signed in, as the shell shows it.</summary>
/// <param name="Name">Name of the person.</param>
/// <param name="Post">Organisation and post, e.g. “怡园街道 · 社区工作人员”.</param>
/// <param name="May">Whether the person holds a permission.</param>
public sealed record ShellUser(string Name, string Post, Func<Permission, bool> May);

/// <summary>What a request tells the shell; sign-in fills it once per request.</summary>
public sealed class Shell
{
    /// <summary>Null when nobody is signed in.</summary>
    public ShellUser? User { get; set; }

    /// <summary>Entries the person may open.</summary>
    public IEnumerable<NavigationEntry> Entries =>
        User is { } user
            ? Navigation.Entries.Where(e => e.Permission is null || user.May(e.Permission.Value))
            : [];
}
