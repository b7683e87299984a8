using Huanxin.Core.Communities;
using Huanxin.Core.Policies;
using Huanxin.Core.Works;

namespace Huanxin.App.Policies;

/// <summary>Checks every rule of a pack against the rule library.</summary>
internal sealed class RuleCheck(Pack pack, PackNames names)
{
    /// <summary>Adds the faults of all rules of the pack.</summary>
    public void Run()
    {
        RunAll(pack.Root["eligibility"], typeof(CommunityFacts));
        RunAll(pack.Root["exclusions"], typeof(CommunityFacts));
        RunAll(pack.Root["requirements"], typeof(ProjectFacts));
        foreach (var order in new PackRow(pack.Root).Rows("priority")) RunCriteria(order);
    }

    private void RunAll(PackNode? section, Type facts)
    {
        if (section is not PackNode.List list) return;
        foreach (var node in list.Items.OfType<PackNode.Map>()) RunNode(node, facts);
    }

    private void RunCriteria(PackRow order)
    {
        foreach (var criterion in order.Maps("criteria"))
        {
            var isRule = JoinsOf(criterion) > 0;
            if (isRule == criterion["measure"] is not null) Add(PackFaults.CriterionShape(criterion.Place));
            if (!isRule) continue;

            RunNode(criterion, typeof(CommunityFacts));
            var needsWeight = order.Text("kind") == "weighted";
            if (needsWeight && criterion["weight"] is null) Add(PackFaults.WeightMissing(criterion.Place));
        }
    }

    private void RunNode(PackNode.Map node, Type facts)
    {
        if (JoinsOf(node) != 1) Add(PackFaults.RuleShape(node.Place));
        foreach (var key in new[] { "all", "any", "unless" }) RunAll(node[key], facts);
        if (node["rule"] is not PackNode.Scalar name) return;

        if (!RuleCatalogue.All.TryGetValue(name.Text, out var rule)) Add(PackFaults.UnknownRule(name.Place, name.Text));
        else if (rule.Facts != facts) Add(PackFaults.WrongSubject(name.Place, name.Text));
        else RunArguments(node, rule);
    }

    private void RunArguments(PackNode.Map node, Rule rule)
    {
        var with = node["with"] as PackNode.Map;
        foreach (var entry in with?.Entries ?? [])
        {
            if (rule.Arguments.FirstOrDefault(a => a.Name == entry.Key) is not { } argument)
            {
                Add(PackFaults.UnknownArgument(entry.Place, rule.Name, entry.Key, rule.Arguments.Select(a => a.Name)));
            }
            else if (entry.Value is PackNode.Scalar value)
            {
                RunArgument(value, argument);
            }
        }

        foreach (var argument in rule.Arguments.Where(a => a.IsRequired && with?[a.Name] is null))
        {
            Add(PackFaults.MissingArgument(node.Place, rule.Name, argument.Name));
        }
    }

    private void RunArgument(PackNode.Scalar value, RuleArgument argument)
    {
        if (argument.Types.Count > 0)
        {
            Use(new(NameKind.Parameter, value.Text, value.Place, argument.Types));
        }
        else if (argument.Words.Count > 0 && !argument.Words.Contains(value.Text))
        {
            Add(PackFaults.BadWord(value.Place, value.Text, argument.Words));
        }

        var kind = argument.Names switch
        {
            NameOf.Item => NameKind.Item,
            NameOf.Class => NameKind.Class,
            NameOf.Step => NameKind.Step,
            NameOf.Matter => NameKind.Matter,
            NameOf.None => (NameKind?)null,
        };
        if (kind is { } named) Use(new(named, value.Text, value.Place, []));
    }

    private void Use(PackUse use)
    {
        pack.Index.Uses.Add(use);
        names.Resolve(pack, use);
    }

    private static int JoinsOf(PackNode.Map node) => new[] { "rule", "all", "any" }.Count(k => node[k] is not null);

    private void Add(PackFault fault) => pack.Index.Faults.Add(fault);
}
