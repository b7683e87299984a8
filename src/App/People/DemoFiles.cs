using Huanxin.Core.People;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Huanxin.App.People;

/// <summary>The demo as it stands in policies/demo: data, read strictly.</summary>
public sealed record DemoFiles(IReadOnlyList<DemoOrganisation> Organisations, string Password, IReadOnlyList<DemoAccount> Accounts)
{
    public static DemoFiles Read(string policiesFolder)
    {
        var organisations = Read<OrganisationList>(Path.Combine(policiesFolder, "demo", "organisations.yaml"));
        var accounts = Read<AccountList>(Path.Combine(policiesFolder, "demo", "accounts.yaml"));
        return new DemoFiles(organisations.Organisations, accounts.Password, accounts.Accounts);
    }

    /// <summary>One file of the demo, read strictly.</summary>
    internal static T Read<T>(string file)
    {
        if (!File.Exists(file)) throw DemoRefusals.FileMissing(file);

        using var text = File.OpenText(file);
        return new DeserializerBuilder()
            .WithNamingConvention(HyphenatedNamingConvention.Instance)
            .WithDuplicateKeyChecking()
            .WithEnforceRequiredMembers()
            .Build()
            .Deserialize<T>(text);
    }

    private sealed class OrganisationList
    {
        public required List<DemoOrganisation> Organisations { get; init; }
    }

    private sealed class AccountList
    {
        public required string Password { get; init; }
        public required List<DemoAccount> Accounts { get; init; }
    }
}

/// <summary>One organisation of the demo; its parent stands before it.</summary>
public sealed class DemoOrganisation
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required OrganisationKind Kind { get; init; }
    public required string Place { get; init; }
    public string? Parent { get; init; }
}

/// <summary>One account of the demo with its one posting.</summary>
public sealed class DemoAccount
{
    public required string SignIn { get; init; }
    public required string Name { get; init; }
    public required string Organisation { get; init; }
    public required Role Role { get; init; }
    public required string Place { get; init; }
}
