using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Huanxin.App.Policies;

/// <summary>Where something stands in a pack file.</summary>
public sealed record PackPlace(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}

/// <summary>One fault of a pack: where and why, in Chinese.</summary>
public sealed record PackFault(PackPlace Place, string Reason)
{
    public override string ToString() => $"{Place} {Reason}";
}

/// <summary>
/// A value of a YAML file with its place. Duplicate keys are kept so that the reader can report them.
/// </summary>
public abstract record PackNode(PackPlace Place)
{
    /// <summary>Text, number, date or nothing; <paramref name="IsPlain"/> when it was written without quotes.</summary>
    public sealed record Scalar(PackPlace Place, string Text, bool IsPlain) : PackNode(Place)
    {
        /// <summary>An empty cell.</summary>
        public bool IsEmpty => IsPlain && Text is "" or "~" or "null";
    }

    public sealed record List(PackPlace Place, IReadOnlyList<PackNode> Items) : PackNode(Place);

    public sealed record Map(PackPlace Place, IReadOnlyList<PackEntry> Entries) : PackNode(Place)
    {
        /// <summary>Value of a key, or null.</summary>
        public PackNode? this[string key] => Entries.FirstOrDefault(e => e.Key == key)?.Value;
    }

    /// <summary>Reads one file; a fault of syntax is added to the faults and gives null.</summary>
    public static PackNode? Read(string file, string yaml, ICollection<PackFault> faults)
    {
        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _)) return new Map(new(file, 1, 1), []);

            parser.Consume<DocumentStart>();
            var root = Value(parser, file);
            parser.Consume<DocumentEnd>();
            if (parser.Current is DocumentStart second) faults.Add(PackFaults.SecondDocument(At(file, second)));
            return root;
        }
        catch (YamlException wrong)
        {
            faults.Add(PackFaults.Syntax(new(file, (int)wrong.Start.Line, (int)wrong.Start.Column), wrong.Message));
            return null;
        }
    }

    private static PackNode Value(Parser parser, string file)
    {
        if (parser.TryConsume<YamlDotNet.Core.Events.Scalar>(out var scalar))
        {
            return new Scalar(At(file, scalar), scalar.Value, scalar.Style == ScalarStyle.Plain);
        }

        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<PackNode>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Value(parser, file));
            return new List(At(file, sequence), items);
        }

        if (parser.TryConsume<MappingStart>(out var mapping))
        {
            var entries = new List<PackEntry>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Consume<YamlDotNet.Core.Events.Scalar>();
                entries.Add(new(key.Value, At(file, key), Value(parser, file)));
            }

            return new Map(At(file, mapping), entries);
        }

        throw new SemanticErrorException(parser.Current!.Start, parser.Current.End,
            "anchors and aliases are not allowed");
    }

    private static PackPlace At(string file, ParsingEvent at) => new(file, (int)at.Start.Line, (int)at.Start.Column);
}

/// <summary>A key with its place and value.</summary>
public sealed record PackEntry(string Key, PackPlace Place, PackNode Value);
