namespace Huanxin.App.Exchange;

/// <summary>
/// One part of a workbook while it is inflated: counts what really comes out, whatever the directory declared, and
/// stops
/// where no tag follows for too long, so that no parser ever gathers a giant cell or attribute.
/// </summary>
internal sealed class GuardedPart(Stream inner, long limit, Func<string> where) : Stream
{
    // 32,767 characters, each escaped at its longest (_x000D_ or &quot;).
    private const int LongestRun = 32_767 * 8;
    private long total;
    private int run;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => total; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        total += read;
        if (total > limit) throw ExchangeRefusals.Bomb();

        var bytes = buffer[..read];
        var first = bytes.IndexOf((byte)'<');
        if (run + (first < 0 ? read : first) > LongestRun)
        {
            throw ExchangeRefusals.CellTooLong(where(), XmlBuffer.LongestText);
        }

        run = first < 0 ? run + read : read - bytes.LastIndexOf((byte)'<') - 1;
        return read;
    }

    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
