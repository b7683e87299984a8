using System.Buffers;
using System.Text;
using System.Xml;

namespace Huanxin.App.Exchange;

/// <summary>What the walk stands on: an opening tag, a closing one, text, or nothing more.</summary>
internal enum XmlToken { Open, Close, Text, End }

/// <summary>
/// Walks over the tags and texts of a large part as bytes and makes no string of what nobody asks for; an XmlReader takes several times as
/// long. It knows XML as workbooks use it: UTF-8, no document type, names by their local part. Everything else is damage.
/// </summary>
internal sealed class XmlTokens : IDisposable
{
    private const int FirstSize = 1 << 17, LongestToken = 1 << 20, MostDepth = 256;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n"u8);

    private readonly Stream part;
    private readonly TextPool pool = new();
    private readonly Func<string> made;
    private readonly ulong[] open = new ulong[MostDepth];
    private byte[] held = new byte[FirstSize];
    private (ulong Name, int From, int Length)[] attributes = new (ulong, int, int)[8];
    private int attributeCount, start, at, end, textFrom, textLength;
    private bool hasBegun, isLiteral;

    public XmlTokens(Stream part) => (this.part, made) = (part, Made);

    /// <summary>Local name of the tag, as <see cref="NameOf"/> writes names.</summary>
    public ulong Name { get; private set; }

    /// <summary>True for a tag that opens and closes at once; no closing one follows.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Elements that are open, the one just opened among them.</summary>
    public int Depth { get; private set; }

    /// <summary>The text as it stands in the file; good until the next step.</summary>
    public ReadOnlySpan<byte> Raw => held.AsSpan(textFrom, textLength);

    /// <summary>The text as a person reads it: references resolved, line ends as one character.</summary>
    public string Text => isLiteral ? Made() : pool.Of(Raw, made);

    /// <summary>A name as one number: what has eight letters or fewer is told exactly, and nothing longer is taken for it.</summary>
    public static ulong NameOf(ReadOnlySpan<byte> name)
    {
        var packed = 0UL;
        for (var i = 0; i < name.Length; i++) packed = Pack(packed, name[i], i);
        return packed;
    }

    /// <summary>The next tag or text; comments and instructions are passed over.</summary>
    public XmlToken Next()
    {
        while (true)
        {
            start = at;
            if (start == end && !Fill()) return Depth == 0 && hasBegun ? XmlToken.End : throw CutOff();
            if (held[start] != (byte)'<')
            {
                ReadText();
                if (Depth > 0) return XmlToken.Text;
                if (Raw.TrimStart(Encoding.UTF8.Preamble).ContainsAnyExcept(Blanks)) throw Broken();

                continue;
            }

            while (end - start < 2) FillOrThrow();
            switch (held[start + 1])
            {
                case (byte)'/':
                    return ReadClose();
                case (byte)'?':
                    at = start + Length("?>"u8);
                    break;
                case (byte)'!':
                    if (ReadMarked()) return XmlToken.Text;
                    break;
                default:
                    return ReadOpen();
            }
        }
    }

    /// <summary>
    /// Steps behind the end of the element just opened where nothing but a text stands in it, exactly between these tags; false, and no step, where
    /// anything is otherwise or not held yet. Most cells are written so, and are then read at once instead of tag by tag.
    /// </summary>
    public bool TryText(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var rest = held.AsSpan(at, end - at);
        if (!rest.StartsWith(before)) return false;

        var length = rest[before.Length..].IndexOf((byte)'<');
        if (length < 0 || !rest[(before.Length + length)..].StartsWith(after)) return false;

        (textFrom, textLength, isLiteral) = (at + before.Length, length, false);
        at += before.Length + length + after.Length;
        Depth--;
        return true;
    }

    /// <summary>Steps behind the end of the element just opened.</summary>
    public void Skip()
    {
        if (IsEmpty) return;

        for (var outer = Depth - 1; Depth > outer;) Next();
    }

    /// <summary>The value of an attribute of the tag just opened; empty where it has none of that name.</summary>
    public ReadOnlySpan<byte> Attribute(ulong name)
    {
        foreach (ref readonly var one in attributes.AsSpan(0, attributeCount))
        {
            if (one.Name == name) return held.AsSpan(start + one.From, one.Length);
        }

        return default;
    }

    public void Dispose() => part.Dispose();

    private string Made()
    {
        var text = Strict.GetString(Raw);
        if (Raw.Contains((byte)'\r')) text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return isLiteral || !Raw.Contains((byte)'&') ? text : XmlReferences.Resolved(text);
    }

    private void ReadText()
    {
        var (length, found) = (0, -1);
        while ((found = held.AsSpan(start + length, end - start - length).IndexOf((byte)'<')) < 0)
        {
            length = end - start;
            if (!Fill()) break;
        }

        length += Math.Max(0, found);
        (textFrom, textLength, isLiteral, at) = (start, length, false, start + length);
    }

    // <!-- a remark -->, passed over, or <![CDATA[text]]>.
    private bool ReadMarked()
    {
        while (end - start < 9) FillOrThrow();
        var begun = held.AsSpan(start, 9);
        if (begun.StartsWith("<!--"u8))
        {
            at = start + Length("-->"u8);
            return false;
        }

        if (!begun.SequenceEqual("<![CDATA["u8) || Depth == 0) throw Broken();

        var length = Length("]]>"u8);
        (textFrom, textLength, isLiteral, at) = (start + 9, length - 12, true, start + length);
        return true;
    }

    private XmlToken ReadClose()
    {
        var length = Length(">"u8);
        var (name, count) = (0UL, 0);
        foreach (var letter in held.AsSpan(start + 2, length - 3).TrimEnd(" \t\r\n"u8))
        {
            (name, count) = letter == (byte)':' ? (0UL, 0) : (Pack(name, letter, count), count + 1);
        }

        if (Depth == 0 || open[--Depth] != name) throw Broken();

        at = start + length;
        return XmlToken.Close;
    }

    private XmlToken ReadOpen()
    {
        while (!TryOpen()) FillOrThrow();
        if (Depth == 0 && hasBegun || Depth == MostDepth) throw Broken();

        hasBegun = true;
        if (!IsEmpty) open[Depth++] = Name;
        return XmlToken.Open;
    }

    // False where the tag goes on behind what is held; then it is read once more from its beginning.
    private bool TryOpen()
    {
        attributeCount = 0;
        var bytes = held.AsSpan(0, end);
        var i = start + 1;
        Name = NameAt(bytes, ref i, isLocal: true);
        while (true)
        {
            while (i < bytes.Length && Blanks.Contains(bytes[i])) i++;
            if (i + 1 >= bytes.Length && (i >= bytes.Length || bytes[i] != (byte)'>')) return false;
            if (bytes[i] == (byte)'>' || bytes[i] == (byte)'/')
            {
                IsEmpty = bytes[i] == (byte)'/';
                if (IsEmpty && bytes[++i] != (byte)'>') throw Broken();

                at = i + 1;
                return true;
            }

            var name = NameAt(bytes, ref i, isLocal: false);
            while (i < bytes.Length && (bytes[i] == (byte)'=' || Blanks.Contains(bytes[i]))) i++;
            if (i >= bytes.Length) return false;
            if (bytes[i] is not ((byte)'"' or (byte)'\'')) throw Broken();

            var length = bytes[(i + 1)..].IndexOf(bytes[i]);
            if (length < 0) return false;

            if (attributeCount == attributes.Length) Array.Resize(ref attributes, attributeCount * 2);
            attributes[attributeCount++] = (name, i + 1 - start, length);
            i += length + 2;
        }
    }

    private static ulong NameAt(ReadOnlySpan<byte> bytes, ref int i, bool isLocal)
    {
        var (name, count) = (0UL, 0);
        for (; i < bytes.Length && bytes[i] is > (byte)' ' and not ((byte)'>' or (byte)'/' or (byte)'='); i++)
        {
            (name, count) = isLocal && bytes[i] == (byte)':' ? (0UL, 0) : (Pack(name, bytes[i], count), count + 1);
        }

        return name;
    }

    private static ulong Pack(ulong name, byte letter, int count) =>
        count < 8 ? name << 8 | letter : (name * 0x9E3779B97F4A7C15 ^ letter) | 1UL << 63;

    // How long the token at the start is up to and with its last bytes.
    private int Length(ReadOnlySpan<byte> last)
    {
        int found;
        while ((found = held.AsSpan(start, end - start).IndexOf(last)) < 0) FillOrThrow();
        return found + last.Length;
    }

    private void FillOrThrow()
    {
        if (!Fill()) throw CutOff();
    }

    // More bytes behind those from the start of the token on, which move to the front.
    private bool Fill()
    {
        if (start > 0)
        {
            held.AsSpan(start, end - start).CopyTo(held);
            (start, at, end) = (0, at - start, end - start);
        }

        if (end == held.Length)
        {
            if (held.Length >= LongestToken) throw Broken();

            Array.Resize(ref held, held.Length * 2);
        }

        var read = part.Read(held, end, held.Length - end);
        end += read;
        return read > 0;
    }

    private static EndOfStreamException CutOff() => new("the part ends inside an element");

    internal static XmlException Broken() => new("not the XML of a workbook");
}
