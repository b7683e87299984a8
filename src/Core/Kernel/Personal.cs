namespace Huanxin.Core.Kernel;

/// <summary>
/// Personal data as it is kept (个人信息，密文): sealed text that only the cipher at the edge can open, for those who need to see it.
/// It prints as dots, so that no log or message can carry the plain text (个人信息保护法).
/// </summary>
public sealed record Personal(string Sealed)
{
    /// <summary>What every sealed text begins with (密文标记).</summary>
    public const string Mark = "sealed:";

    public override string ToString() => "•••";
}
