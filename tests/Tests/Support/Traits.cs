using Xunit.v3;

namespace Huanxin.Tests.Support;

/// <summary>The test touches data and is run on SQLite and again on PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BothDatabasesAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Data", "both")];
}

/// <summary>The test proves a clause of a source document, e.g. <c>[Clause("W24-3.2a")]</c>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class ClauseAttribute(string id) : Attribute, ITraitAttribute
{
    public string Id { get; } = id;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Clause", Id)];
}
