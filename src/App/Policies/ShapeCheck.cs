using System.Globalization;
using Huanxin.Core.Kernel;

namespace Huanxin.App.Policies;

/// <summary>
/// Holds a tree against a shape: reports every difference at once and notes every name given or used.
/// </summary>
public static class ShapeCheck
{
    /// <summary>Adds all faults and names of a value to the index.</summary>
    public static void Run(PackNode node, Shape shape, PackIndex index)
    {
        switch (shape)
        {
            case Shape.Free: break;
            case Shape.Named later: Run(node, later.Shape(), index); break;
            case Shape.Open open when IsUnverified(node): break;
            case Shape.Open open: Run(node, open.Item, index); break;
            case Shape.Many many when node is PackNode.List list: RunAll(list, many.Item, index); break;
            case Shape.Many many: Run(node, many.Item, index); break;
            case Shape.List list when node is PackNode.List items: RunAll(items, list.Item, index); break;
            case Shape.List: index.Faults.Add(PackFaults.NotAList(node.Place)); break;
            case Shape.Map map when node is PackNode.Map entries: RunMap(entries, map, index); break;
            case Shape.Fields fields when node is PackNode.Map entries: RunFields(entries, fields, index); break;
            case Shape.Map or Shape.Fields: index.Faults.Add(PackFaults.NotAMap(node.Place)); break;
            default: RunScalar(node, shape, index); break;
        }
    }

    /// <summary>True for the mark 未核实.</summary>
    public static bool IsUnverified(PackNode node) => node is PackNode.Scalar { Text: Shape.Unverified };

    private static void RunAll(PackNode.List list, Shape item, PackIndex index)
    {
        foreach (var node in list.Items) Run(node, item, index);
    }

    private static void RunMap(PackNode.Map map, Shape.Map shape, PackIndex index)
    {
        Duplicates(map, index);
        foreach (var entry in map.Entries)
        {
            if (shape.Keys is { } kind) index.Define(kind, entry.Key, entry.Place);
            Run(entry.Value, shape.Value, index);
        }
    }

    private static void RunFields(PackNode.Map map, Shape.Fields fields, PackIndex index)
    {
        Duplicates(map, index);
        foreach (var entry in map.Entries)
        {
            if (fields.Keys.FirstOrDefault(k => k.Name == entry.Key) is { } key) Run(entry.Value, key.Shape, index);
            else index.Faults.Add(PackFaults.UnknownKey(entry.Place, entry.Key, fields.Keys.Select(k => k.Name)));
        }

        foreach (var key in fields.Keys.Where(k => k.IsRequired && map[k.Name] is null))
        {
            index.Faults.Add(PackFaults.MissingKey(map.Place, key.Name));
        }
    }

    private static void Duplicates(PackNode.Map map, PackIndex index)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (!seen.Add(entry.Key)) index.Faults.Add(PackFaults.DuplicateKey(entry.Place, entry.Key));
        }
    }

    private static void RunScalar(PackNode node, Shape shape, PackIndex index)
    {
        if (node is not PackNode.Scalar scalar)
        {
            index.Faults.Add(PackFaults.NotAValue(node.Place));
            return;
        }

        switch (shape)
        {
            case Shape.WordOf word when word.Words.Contains(scalar.Text): break;
            case Shape.WordOf word: index.Faults.Add(PackFaults.BadWord(node.Place, scalar.Text, word.Words)); break;
            case Shape.Scalar { MayBeEmpty: true } when scalar.IsEmpty: break;
            case not Shape.WordOf when scalar.IsEmpty: index.Faults.Add(PackFaults.Empty(node.Place)); break;
            case Shape.Defined defined: index.Define(defined.Kind, scalar.Text, node.Place); break;
            case Shape.Referred referred: index.Refer(referred.Kind, scalar.Text, node.Place, referred.Types); break;
            case Shape.Scalar { Kind: ScalarKind.Region } when RegionCode.TryParse(scalar.Text, out _):
                index.Refer(NameKind.Region, scalar.Text, node.Place, []);
                break;
            case Shape.Scalar expected when FaultOf(scalar, expected.Kind) is { } fault: index.Faults.Add(fault); break;
        }
    }

    private static PackFault? FaultOf(PackNode.Scalar scalar, ScalarKind kind) => kind switch
    {
        ScalarKind.Text => null,
        ScalarKind.Date => PackValues.Date(scalar.Text) is null ? PackFaults.BadDate(scalar.Place, scalar.Text) : null,
        ScalarKind.Whole => int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out _)
            ? null
            : PackFaults.BadWhole(scalar.Place, scalar.Text),
        ScalarKind.Number =>
            PackValues.Number(scalar.Text) is null ? PackFaults.BadNumber(scalar.Place, scalar.Text) : null,
        ScalarKind.Flag => scalar.Text is "true" or "false" ? null : PackFaults.BadFlag(scalar.Place, scalar.Text),
        ScalarKind.Region =>
            RegionCode.TryParse(scalar.Text, out _) ? null : PackFaults.BadRegion(scalar.Place, scalar.Text),
    };
}
